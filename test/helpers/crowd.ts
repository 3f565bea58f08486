import { randomUUID } from 'node:crypto'
import { accessSeconds } from '../../server/plugins/auth'
import { Caller, type TestTown } from './server'

/** So many people of no town, each with a phone that has signed in. */
export async function crowd(town: TestTown, count: number): Promise<Caller[]> {
  const at = town.now.toISOString()
  const people = Array.from({ length: count }, (_, number) => ({ id: randomUUID(), sid: randomUUID(), nickname: `客人${number + 1}` }))
  await town.db
    .insertInto('persons')
    .values(people.map(({ id, nickname }) => ({ id, nickname, created_at: at })))
    .execute()
  await town.db
    .insertInto('sessions')
    .values(
      people.map(({ id, sid }) => ({
        id: sid,
        person_id: id,
        refresh_hash: sid,
        rotated_at: at,
        created_at: at,
        expires_at: '2027-12-31T00:00:00Z',
      })),
    )
    .execute()
  const iat = Math.floor(town.now.getTime() / 1000)
  return people.map(({ id, sid }) => new Caller(town, town.app.jwt.sign({ sid, iat, exp: iat + accessSeconds }), id, true))
}
