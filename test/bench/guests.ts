import { randomUUID } from 'node:crypto'
import { buildApp } from '../../server/app'
import type { Database } from '../../server/database/connect'
import type { Settings } from '../../server/settings'

/** Somebody who has signed in: `headers` sign their requests, for an hour. */
export interface Guest {
  readonly person: string
  readonly session: string
  readonly headers: { readonly authorization: string }
}

/** So many people without a town who have signed in. */
export async function newGuests(settings: Settings, database: Database, count: number): Promise<Guest[]> {
  const created_at = new Date().toISOString()
  const ids = Array.from({ length: count }, () => randomUUID())
  for (const some of inParts(ids)) {
    await database.db
      .insertInto('persons')
      .values(some.map((id, number) => ({ id, nickname: `客人${number}`, created_at })))
      .execute()
  }
  return signedIn(settings, database, ids)
}

/** People who are there, signed in. */
export async function signedIn(settings: Settings, database: Database, persons: readonly string[]): Promise<Guest[]> {
  const at = new Date().toISOString()
  const iat = Math.floor(Date.now() / 1000)
  const app = await buildApp({ settings, database })
  await app.ready()
  const guests = persons.map((person) => {
    const session = randomUUID()
    return { person, session, headers: { authorization: `Bearer ${app.jwt.sign({ sid: session, iat, exp: iat + 3600 })}` } }
  })
  await app.close()
  const times = { rotated_at: at, created_at: at, expires_at: '2099-01-01T00:00:00Z' }
  for (const some of inParts(guests)) {
    await database.db
      .insertInto('sessions')
      .values(some.map(({ person, session }) => ({ ...times, id: session, person_id: person, refresh_hash: session })))
      .execute()
  }
  return guests
}

/** As many rows as a statement takes. */
const inParts = <T>(all: readonly T[], most = 5000): T[][] =>
  Array.from({ length: Math.ceil(all.length / most) }, (_, part) => all.slice(part * most, (part + 1) * most))

/** One of them, by chance. */
export const someone = (guests: readonly Guest[]): Guest => guests[Math.floor(Math.random() * guests.length)] as Guest
