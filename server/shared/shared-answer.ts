import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** An answer that everybody shares, as it goes over the wire. */
export interface SharedAnswer {
  readonly json: string
  readonly etag: string
}

/** Writes an answer down once for all who get it. */
export function pack(value: unknown): SharedAnswer {
  const json = JSON.stringify(value)
  return { json, etag: `"${createHash('sha1').update(json).digest('base64url')}"` }
}

/** Sends what was packed, as it is; what a handler returns after that is not looked at, whatever its type says. */
export function send<T>(reply: FastifyReply, { json, etag }: SharedAnswer): T {
  reply
    .header('etag', etag)
    .type('application/json; charset=utf-8')
    .serializer(() => json)
  return {} as T
}
