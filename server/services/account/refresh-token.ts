import { createHash, createHmac, randomBytes } from 'node:crypto'

/** A refresh token is the session's id and 32 secret bytes; the database keeps only its SHA-256. */
export const firstToken = (sessionId: string): string => `${sessionId}.${randomBytes(32).toString('base64url')}`

/**
 * The token that follows one. It is derived, not drawn, so a phone that lost the answer and asks again, or two requests at once,
 * get the same one.
 */
export function nextToken(key: string, token: string): string {
  return `${sessionOf(token)}.${createHmac('sha256', key).update(`refresh ${token}`).digest('base64url')}`
}

export const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The id of the session that a token claims to be of; undefined when it is no token of ours. */
export const sessionOf = (token: string): string | undefined =>
  /^([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\.[\w-]{43}$/.exec(token)?.[1]
