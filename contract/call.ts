import Type, { type Static, type TSchema } from 'typebox'

/** What a person may hold besides being a resident; each role is granted for one scope (DESIGN: the wire). */
export type Role =
  | 'resident'
  | 'party_member'
  | 'secretary'
  | 'site_host'
  | 'grid_worker'
  | 'grid_leader'
  | 'property'
  | 'department'
  | 'canteen_staff'
  | 'board_editor'
  | 'board_reviewer'
  | 'admin'

/** Who may make a call at all: anybody, anybody signed in, or a holder of one of the roles. The object check comes after. */
export type Who = 'anyone' | 'signed-in' | readonly Role[]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One call of the wire: what goes in, what comes out, who may. `status` is that of success, 200 where absent. */
export interface Call {
  readonly summary: string
  readonly who: Who
  readonly params?: TSchema
  readonly query?: TSchema
  readonly body?: TSchema
  readonly reply: TSchema
  readonly status?: 201 | 204
  /** Takes `Idempotency-Key`: the same key and body give the same answer once and for all. */
  readonly idempotent?: true
  /** The body is a file upload (multipart/form-data, one part named `file`). */
  readonly upload?: true
  /** The answer is not JSON but the bytes of this media type. */
  readonly produces?: string
  /** A read that everybody shares: it carries an ETag. */
  readonly etag?: true
  /** Requests a minute from one person (or address, signed out) where the common limit is too wide. */
  readonly perMinute?: number
}

export type CallName = `${Method} /${string}`
export type Calls = Readonly<Record<CallName, Call>>

type StaticOf<C, K extends 'params' | 'query' | 'body'> = C extends { readonly [P in K]: infer S extends TSchema } ? Static<S> : undefined
export type ParamsOf<C> = StaticOf<C, 'params'>
export type QueryOf<C> = StaticOf<C, 'query'>
export type BodyOf<C> = StaticOf<C, 'body'>
export type ReplyOf<C> = C extends { readonly reply: infer S extends TSchema } ? Static<S> : never

/** Keeps the literal types of a service's table of calls. */
export function defineCalls<const T extends Calls>(calls: T): T {
  return calls
}

/** A moment, RFC 3339 with zone. */
export const Moment = Type.String({ format: 'date-time' })
/** An opaque id: a UUID as we write it, so that the same id is always the same text. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })
/** A place in GCJ-02, degrees. */
export const Location = Type.Object(
  { lng: Type.Number({ minimum: -180, maximum: 180 }), lat: Type.Number({ minimum: -90, maximum: 90 }) },
  { additionalProperties: false },
)
/** `lng,lat` in GCJ-02, as a query parameter. */
export const NearText = Type.String({ pattern: '^-?\\d{1,3}(\\.\\d{1,8})?,-?\\d{1,2}(\\.\\d{1,8})?$' })
export const IdParams = Type.Object({ id: Id })
export const Nothing = Type.Null()

export const PageQuery = {
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
}

/** A page of a list; `nextCursor` is null on the last one. */
export function Page<T extends TSchema>(item: T) {
  return Type.Object({ items: Type.Array(item), nextCursor: nullable(Type.String()) })
}

export function nullable<T extends TSchema>(schema: T) {
  return Type.Union([schema, Type.Null()])
}

/** One of a fixed list of words. */
export function oneOf<const T extends readonly string[]>(words: T) {
  return Type.Unsafe<T[number]>(Type.String({ enum: [...words] }))
}

/** RFC 9457. `code` is stable; `detail` is Chinese, for the person. */
export const Problem = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.String(),
  code: Type.String(),
  requestId: Type.String(),
  errors: Type.Optional(Type.Array(Type.Object({ path: Type.String(), message: Type.String() }))),
})
export type Problem = Static<typeof Problem>
