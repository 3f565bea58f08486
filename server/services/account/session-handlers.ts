import type { FastifyInstance } from 'fastify'
import { type Persona, personas } from '../../../contract/account'
import type { Db } from '../../database/connect'
import { notFound, Refusal } from '../../errors'
import type { Foundation } from '../../foundation'
import { demoDuties } from '../../shared/demo-duties'
import { newId } from '../../shared/id'
import type { AccountHandlers } from './handlers'
import { findDemoPeople, findDemoPerson, revokeSession, revokeSessionsOf, takeWechatPerson } from './session-queries'
import { openSession, refreshSession, sessionReply } from './sessions'

/** Signing in, staying signed in, signing out. */
export function sessionHandlers(
  app: FastifyInstance,
  foundation: Foundation,
): Pick<
  AccountHandlers,
  'GET /demo/people' | 'POST /sessions' | 'POST /sessions/refresh' | 'DELETE /sessions/current' | 'DELETE /sessions'
> {
  const demoOnly = () => {
    if (!foundation.settings.DEMO) throw notFound('demo-off', '这里没有开放体验账号，请用微信登录。')
  }
  return {
    'GET /demo/people': async ({ db }) => {
      demoOnly()
      const nicknames = new Map((await findDemoPeople(db)).map((person) => [person.persona, person.nickname]))
      const there = personas.filter((persona) => nicknames.has(persona))
      return { items: there.map((persona) => ({ persona, nickname: nicknames.get(persona) as string, duty: demoDuties[persona] })) }
    },
    'POST /sessions': async ({ body, now, write }) => {
      if (body.provider === 'demo') demoOnly()
      const find = body.provider === 'demo' ? demoPerson(body.persona) : await wechatPerson(foundation, body.code)
      return write(async (tx) => sessionReply(app, foundation, tx, now, await openSession(tx, now, await find(tx, now))))
    },
    'POST /sessions/refresh': async ({ body, db, now, write }) => {
      const tokens = await write((tx) => refreshSession(tx, now, foundation.keys.token, body.refreshToken))
      if (tokens instanceof Refusal) throw tokens
      return sessionReply(app, foundation, db, now, tokens)
    },
    'DELETE /sessions/current': async ({ person, now, write }) => {
      await write((tx) => revokeSession(tx, now, { id: person.sessionId, personId: person.personId }))
      return null
    },
    'DELETE /sessions': async ({ person, now, write }) => {
      await write((tx) => revokeSessionsOf(tx, now, person.personId))
      return null
    },
  }
}

type FindPerson = (tx: Db, now: Date) => Promise<string>

const demoPerson =
  (persona: Persona): FindPerson =>
  async (tx) => {
    const id = await findDemoPerson(tx, persona)
    if (!id) throw notFound('demo-person-unknown', '没有这位体验人物。')
    return id
  }

/** WeChat is asked before the transaction begins: a slow answer must not hold a connection. */
async function wechatPerson(foundation: Foundation, code: string): Promise<FindPerson> {
  const { openid } = await foundation.wechat.signIn(code)
  return (tx, now) => takeWechatPerson(tx, now, { id: newId(), openid, nickname: '新邻居' })
}
