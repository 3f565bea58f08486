import { validate } from 'uuid'
import { Refusal } from '../errors'

/** A place in a list, opaque to the client: the values its rows are ordered by. */
export const encodeCursor = (...values: (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

interface Parts {
  moment: string
  day: string
  id: string
  text: string
  number: number
}
type Part = keyof Parts

const fits: { readonly [P in Part]: (value: unknown) => boolean } = {
  moment: (value) => typeof value === 'string' && isMoment(value),
  day: (value) => typeof value === 'string' && isMoment(`${value}T00:00:00Z`),
  id: validate,
  text: (value) => typeof value === 'string',
  number: Number.isFinite,
}

/** As the database writes moments; a day that the calendar does not have is none. */
function isMoment(text: string): boolean {
  const moment = /^(?!0000)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/.test(text) ? new Date(text) : undefined
  return moment !== undefined && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text.slice(0, 19))
}

/**
 * The values of a cursor, each of its kind (`'moment', 'id'`), as a phone may send anything; undefined without a cursor.
 * Throws a Refusal when it is not one of ours.
 */
export function decodeCursor<const S extends readonly Part[]>(
  cursor: string | undefined,
  ...shape: S
): { [I in keyof S]: Parts[S[I]] } | undefined {
  if (!cursor) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === shape.length && shape.every((part, at) => fits[part](values[at])))
      return values as unknown as { [I in keyof S]: Parts[S[I]] }
  } catch {}
  throw new Refusal(400, 'cursor-invalid', '列表已更新，请从头刷新。')
}

/** A page of rows that were read with one more than `limit`. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? cursorOf(items[limit - 1] as T) : null }
}
