import { randomUUID } from 'node:crypto'
import { buildApp } from '../../server/app'
import type { Database } from '../../server/database/connect'
import type { Settings } from '../../server/settings'

export interface Signed {
  readonly authorization: string
}

/** So many guests who have signed in: the headers of their requests, good for an hour. */
export async function signedGuests(settings: Settings, database: Database, count: number): Promise<Signed[]> {
  const at = new Date().toISOString()
  const guests = Array.from({ length: count }, () => ({ id: randomUUID(), sid: randomUUID() }))
  await database.db
    .insertInto('persons')
    .values(guests.map(({ id }, number) => ({ id, nickname: `客人${number}`, created_at: at })))
    .execute()
  const session = { rotated_at: at, created_at: at, expires_at: '2099-01-01T00:00:00Z' }
  await database.db
    .insertInto('sessions')
    .values(guests.map(({ id, sid }) => ({ ...session, id: sid, person_id: id, refresh_hash: sid })))
    .execute()
  const app = await buildApp({ settings, database })
  await app.ready()
  const iat = Math.floor(Date.now() / 1000)
  const signed = guests.map(({ sid }) => ({ authorization: `Bearer ${app.jwt.sign({ sid, iat, exp: iat + 3600 })}` }))
  await app.close()
  return signed
}
