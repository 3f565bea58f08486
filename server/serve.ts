import { createHash } from 'node:crypto'
import etag from '@fastify/etag'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { BodyOf, Call, CallName, Calls, Method, ParamsOf, QueryOf, ReplyOf } from '../contract/call'
import type { Db } from './database/connect'
import type { Foundation } from './foundation'
import type { Identity } from './plugins/auth'
import { checkKey, isUsed, type Once, type Receipt, runOnce } from './plugins/idempotency'
import { schemaOf } from './plugins/openapi'
import { type Settings, usualPerMinute } from './settings'

/** What a handler gets. `person` is who signed in; calls for anyone get it only when a token came along. */
export interface Context<C extends Call> {
  readonly db: Db
  readonly now: Date
  readonly person: C['who'] extends 'anyone' ? Identity | undefined : Identity
  readonly params: ParamsOf<C>
  readonly query: QueryOf<C>
  readonly body: BodyOf<C>
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  /** Runs the work in one transaction. Under an Idempotency-Key the answer is kept with it, so a repeat changes nothing. */
  write<T>(work: (tx: Db, receipt?: Receipt) => Promise<T>, fingerprint?: string): Promise<T>
  /** The Idempotency-Key, for a statement that takes it and keeps its answer at once; else `write` is the way. Throws 400 when it is none. */
  once(): Once | undefined
  /** Whether the Idempotency-Key has been used: then `write` gives the answer of then, whatever has become of things since. */
  isRepeat(): Promise<boolean>
}

export type Handler<C extends Call> = (context: Context<C>) => Promise<ReplyOf<C>> | ReplyOf<C>
export type Handlers<T extends Calls> = { readonly [K in keyof T]: Handler<Extract<T[K], Call>> }

/** Registers every call of a service's table; a call without a handler, or the other way round, does not compile. */
export function serve<T extends Calls>(app: FastifyInstance, foundation: Foundation, calls: T, handlers: Handlers<T>): void {
  const names = Object.keys(calls) as (CallName & keyof T)[]
  const register = (scope: FastifyInstance, name: CallName & keyof T) =>
    registerCall(scope, foundation, name, calls[name] as Call, handlers[name] as unknown as Handler<Call>)
  for (const name of names) if (!calls[name]?.etag) register(app, name)
  app.register(async (scope) => {
    await scope.register(etag)
    for (const name of names) if (calls[name]?.etag) register(scope, name)
  })
}

function registerCall(app: FastifyInstance, foundation: Foundation, name: CallName, call: Call, handler: Handler<Call>): void {
  const [method, url] = name.split(' ') as [Method, string]
  app.route({
    method,
    url,
    schema: schemaOf(call),
    config: { who: call.who, ...rateLimitOf(call, foundation.settings) },
    handler: async (request, reply) => {
      if (call.status) reply.code(call.status)
      if (call.produces) reply.type(call.produces)
      return handler(contextOf(foundation, call, request, reply))
    },
  })
}

/** A call's own limit is meant beside the default of REQUESTS_PER_MINUTE; who sets that wider widens all of them. */
function rateLimitOf({ perMinute }: Call, { REQUESTS_PER_MINUTE }: Settings) {
  if (!perMinute) return {}
  return {
    rateLimit: {
      max: Math.ceil((perMinute * REQUESTS_PER_MINUTE) / usualPerMinute),
      timeWindow: '1 minute',
    },
  }
}

function contextOf(foundation: Foundation, call: Call, request: FastifyRequest, reply: FastifyReply): Context<Call> {
  const now = foundation.now()
  const key = call.idempotent ? request.headers['idempotency-key'] : undefined
  const once = (fingerprint = JSON.stringify(request.body ?? null)): Once | undefined => {
    if (!key) return undefined
    const print = createHash('sha256').update(`${request.method} ${request.url}\n${fingerprint}`).digest('hex')
    return { owner: (request.identity as Identity).personId, key: checkKey(String(key)), fingerprint: print, now }
  }
  return {
    db: foundation.db,
    now,
    person: request.identity as Identity,
    params: request.params as undefined,
    query: request.query as undefined,
    body: request.body as undefined,
    request,
    reply,
    write: async (work, fingerprint) => {
      const keyed = once(fingerprint)
      return keyed ? runOnce(foundation.db, keyed, reply, work) : foundation.db.transaction().execute((tx) => work(tx))
    },
    once: () => once(),
    isRepeat: async () => {
      const keyed = once()
      return keyed !== undefined && isUsed(foundation.db, keyed.owner, keyed.key)
    },
  }
}
