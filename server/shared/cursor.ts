import { Refusal } from '../errors'

/** A place in a list, opaque to the client: the values its rows are ordered by. */
export const encodeCursor = (...values: (string | number)[]): string => Buffer.from(JSON.stringify(values)).toString('base64url')

/** The values of a cursor, `count` of them; undefined without a cursor. Throws a Refusal when it is not one of ours. */
export function decodeCursor(cursor: string | undefined, count: number): (string | number)[] | undefined {
  if (!cursor) return undefined
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.length === count && values.every((value) => typeof value === 'string' || typeof value === 'number'))
      return values
  } catch {}
  throw new Refusal(400, 'cursor-invalid', '列表已更新，请从头刷新。')
}

/** A page of rows that were read with one more than `limit`. */
export function pageOf<T>(rows: readonly T[], limit: number, cursorOf: (row: T) => string): { items: T[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  return { items, nextCursor: rows.length > limit ? cursorOf(items[limit - 1] as T) : null }
}
