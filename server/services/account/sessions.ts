import type { FastifyInstance } from 'fastify'
import type { Session } from '../../../contract/account'
import type { Db } from '../../database/connect'
import { Refusal } from '../../errors'
import type { Foundation } from '../../foundation'
import { accessSeconds } from '../../plugins/auth'
import { newId } from '../../shared/id'
import { later } from '../../shared/shanghai'
import { readPerson } from './person-view'
import { digestOf, firstToken, nextToken, sessionOf } from './refresh-token'
import { judgeRefresh, sessionLife } from './rules'
import { insertSession, lockSession, revokeSession, rotateSession } from './session-queries'

interface Tokens {
  readonly sessionId: string
  readonly personId: string
  readonly refreshToken: string
}

/** Opens a session of the person. */
export async function openSession(tx: Db, now: Date, personId: string): Promise<Tokens> {
  const sessionId = newId()
  const refreshToken = firstToken(sessionId)
  await insertSession(tx, now, { id: sessionId, personId, refreshDigest: digestOf(refreshToken), expiresAt: later(now, sessionLife) })
  return { sessionId, personId, refreshToken }
}

/** The next tokens for a refresh token, or why there are none. A token used before ends its session, so this must be committed. */
export async function refreshSession(tx: Db, now: Date, key: string, token: string): Promise<Tokens | Refusal> {
  const id = sessionOf(token)
  const session = id && (await lockSession(tx, id))
  if (!session) return ended
  const verdict = judgeRefresh(session, digestOf(token), now)
  if (verdict === 'expired') return new Refusal(401, 'session-expired', '登录已过期，请重新登录。')
  if (verdict === 'reused') await revokeSession(tx, now, session)
  if (verdict === 'reused' || verdict === 'ended') return ended
  const refreshToken = nextToken(key, token)
  if (verdict === 'rotate') await rotateSession(tx, now, session.id, digestOf(refreshToken), later(now, sessionLife))
  return { sessionId: session.id, personId: session.personId, refreshToken }
}

const ended = new Refusal(401, 'session-invalid', '登录已失效，请重新登录。')

/** The answer to a sign-in or a refresh. */
export async function sessionReply(app: FastifyInstance, foundation: Foundation, db: Db, now: Date, tokens: Tokens): Promise<Session> {
  const iat = Math.floor(now.getTime() / 1000)
  return {
    accessToken: app.jwt.sign({ sid: tokens.sessionId, iat, exp: iat + accessSeconds }),
    refreshToken: tokens.refreshToken,
    expiresIn: accessSeconds,
    person: await readPerson(foundation, db, tokens.personId, now),
  }
}
