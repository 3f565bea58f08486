import fastifyJwt from '@fastify/jwt'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import fp from 'fastify-plugin'
import { sql } from 'kysely'
import type { Role, Who } from '../../contract/call'
import type { Database, Db } from '../database/connect'
import { Refusal, roleMissing } from '../errors'

/** Who makes a request: one session of one person, and the roles held. */
export interface Identity {
  readonly sessionId: string
  readonly personId: string
  readonly nickname: string
  /** Null until a home area is chosen. */
  readonly townCode: string | null
  readonly grants: readonly { readonly role: Exclude<Role, 'resident'>; readonly scopeCode: string; readonly scopeName: string }[]
}

declare module 'fastify' {
  interface FastifyRequest {
    identity: Identity | undefined
    /** Why there is no identity; made only when it is thrown, as an error with its stack is dear. */
    identityFault: (() => Refusal) | undefined
  }
  interface FastifyContextConfig {
    who?: Who
  }
}
declare module '@fastify/jwt' {
  interface FastifyJWT {
    payload: { sid: string; iat: number; exp: number }
  }
}

export interface AuthOptions {
  readonly database: Database
  readonly now: () => Date
  readonly tokenKey: string
}

/** Seconds an access token lives. */
export const accessSeconds = 15 * 60

/**
 * People whose sessions or grants this process has just changed. The database's notice of it comes a moment after the commit, and
 * who was signed out must not get in between: for so long nothing is kept of them.
 */
const changing = new Map<string, NodeJS.Timeout>()
const noticeTime = 5000

/** Sends everybody's copy of a person's sessions and grants out of date, at commit. */
export async function identityChanged(tx: Db, personId: string): Promise<void> {
  clearTimeout(changing.get(personId))
  changing.set(personId, setTimeout(() => changing.delete(personId), noticeTime).unref())
  await sql`select pg_notify('identity', ${personId})`.execute(tx)
}

const missing = () => new Refusal(401, 'session-missing', '请先登录。')
const invalid = () => new Refusal(401, 'session-invalid', '登录已失效，请重新登录。')
const expired = () => new Refusal(401, 'session-expired', '登录已过期，请重新登录。')

/** Finds out who asks (first hook) and refuses whom the call is not for (after the rate limit). */
export const auth = fp<AuthOptions>(async (app, { database, now, tokenKey }) => {
  await app.register(fastifyJwt, {
    secret: tokenKey,
    sign: { algorithm: 'HS256' },
    verify: { algorithms: ['HS256'], ignoreExpiration: true, cache: 10_000 },
  })
  const identities = new IdentityCache(database)
  await identities.open()
  app.decorateRequest('identity', undefined)
  app.decorateRequest('identityFault', undefined)
  app.addHook('onRequest', async (request) => {
    if (!request.headers.authorization) {
      request.identityFault = missing
      return
    }
    await identify(app, identities, request, now())
  })
})

async function identify(app: FastifyInstance, identities: IdentityCache, request: FastifyRequest, now: Date): Promise<void> {
  try {
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
    if (!token) {
      request.identityFault = invalid
      return
    }
    const claims = app.jwt.verify<{ sid: string; exp: number }>(token)
    if (claims.exp * 1000 <= now.getTime()) {
      request.identityFault = expired
      return
    }
    request.identity = await identities.get(claims.sid)
    request.identityFault = request.identity ? undefined : invalid
  } catch (error) {
    if (!(error as { code?: string }).code?.startsWith('FAST_JWT')) throw error
    request.identityFault = invalid
  }
}

/** Refuses a request whose call is not for this person: after every onRequest hook, so that refusals count to the rate limit too. */
export const guard = fp(async (app) => {
  app.addHook('preParsing', async (request) => {
    const who = request.routeOptions.config.who ?? 'anyone'
    if (who === 'anyone') return
    if (!request.identity) throw (request.identityFault ?? invalid)()
    if (who === 'signed-in') return
    if (!request.identity.grants.some((grant) => who.includes(grant.role))) {
      throw roleMissing()
    }
  })
})

const cacheLimit = 20_000

/**
 * Sessions with their person and grants. A copy is kept only while the database tells us of every change (LISTEN identity),
 * so a sign-out or a role taken back ends at once in every process.
 */
class IdentityCache {
  private readonly kept = new Map<string, Identity>()
  private listening = false
  private changes = 0

  constructor(private readonly database: Database) {}

  async open(): Promise<void> {
    await this.database.listen(
      'identity',
      (personId) => {
        this.changes += 1
        for (const [key, identity] of this.kept) if (identity.personId === personId) this.kept.delete(key)
      },
      (listening) => {
        this.listening = listening
        this.changes += 1
        this.kept.clear()
      },
    )
  }

  async get(sessionId: string): Promise<Identity | undefined> {
    const kept = this.kept.get(sessionId)
    if (kept && !changing.has(kept.personId)) return kept
    const before = this.changes
    const identity = await findIdentity(this.database.db, sessionId)
    if (identity && this.listening && before === this.changes && !changing.has(identity.personId)) {
      if (this.kept.size >= cacheLimit) this.kept.delete(this.kept.keys().next().value as string)
      this.kept.set(sessionId, identity)
    }
    return identity
  }
}

async function findIdentity(db: Db, sessionId: string): Promise<Identity | undefined> {
  const { rows } = await sql<Identity>`
    select s.id as "sessionId", p.id as "personId", p.nickname, p.town_code as "townCode",
      coalesce((select json_agg(json_build_object('role', g.role, 'scopeCode', g.scope_code, 'scopeName', g.scope_name) order by g.granted_at, g.id)
        from grants g where g.person_id = p.id and g.town_code = p.town_code), '[]') as grants
    from sessions s join persons p on p.id = s.person_id
    where s.id = ${sessionId} and s.revoked_at is null`.execute(db)
  return rows[0]
}
