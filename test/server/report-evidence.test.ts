import { type RawBuilder, sql } from 'kysely'
import type { Report } from '../../contract/report'
import { openPhotoStore } from '../../server/shared/photo-store'
import { photoKey } from '../../server/shared/photos'
import { aibo4Property, does, lift, look, send, snap } from '../helpers/reports'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
afterAll(() => town.close())

/** A matter with pictures that went from hand to hand. */
async function travelled(): Promise<Report> {
  const [wang, zhang, zhou] = [await town.as('resident'), await town.as('grid_worker'), await town.as('property')]
  const report = await send(wang, lift({ photoIds: [await snap(wang), await snap(wang)] }))
  await does(zhang, report.id, { action: 'accept', note: '去看看' })
  await does(zhang, report.id, { action: 'dispatch', assignee: aibo4Property })
  await does(zhou, report.id, { action: 'handle', note: '好了', photoIds: [await snap(zhou)] })
  return report
}
const evidence = async (id: string) => (await town.as('grid_worker')).ok('GET /reports/:id/evidence', { params: { id } })

test('when somebody with the database open wants to change or delete what happened, then it refuses', async () => {
  const { id } = await travelled()
  for (const table of ['report_events', 'report_photos']) {
    const where = sql`from ${sql.table(table)} where report_id = ${id}`
    await expect(sql`update ${sql.table(table)} set digest = 'x' where report_id = ${id}`.execute(town.db)).rejects.toThrow('append-only')
    await expect(sql`delete ${where}`.execute(town.db)).rejects.toThrow('append-only')
  }
  expect(await evidence(id)).toMatchObject({ valid: true, events: 4, photos: 3, brokenAt: null })
})

/** Does it all the same, as an owner of the database could. */
async function forge(statement: RawBuilder<unknown>): Promise<void> {
  const triggers = (what: 'enable' | 'disable') =>
    Promise.all(
      ['report_events', 'report_photos'].map((table) =>
        sql.raw(`alter table ${table} ${what} trigger ${table}_append_only`).execute(town.db),
      ),
    )
  await triggers('disable')
  await statement.execute(town.db)
  await triggers('enable')
}

const forgeries: [string, (id: string) => RawBuilder<unknown>, number][] = [
  ['the text', (id) => sql`update reports set text = '没事' where id = ${id}`, 1],
  ['a note', (id) => sql`update report_events set note = '改过' where report_id = ${id} and seq = 2`, 2],
  [
    'a moment, by a millionth of a second',
    (id) => sql`update report_events set at = at + interval '1 microsecond' where report_id = ${id} and seq = 3`,
    3,
  ],
  ['who did it', (id) => sql`update report_events set actor_id = null where report_id = ${id} and seq = 4`, 4],
  ['for whom', (id) => sql`update report_events set actor_as = 'admin' where report_id = ${id} and seq = 4`, 4],
  ['where it was handed', (id) => sql`update report_events set target = 'CG-XH' where report_id = ${id} and seq = 3`, 3],
  ['the state before', (id) => sql`update report_events set from_state = null where report_id = ${id} and seq = 2`, 2],
  ['a digest', (id) => sql`update report_events set digest = repeat('f', 64) where report_id = ${id} and seq = 2`, 2],
  [
    'the order of two pictures',
    (id) => sql`update report_photos set position = 10 - position where report_id = ${id} and event_seq = 1`,
    1,
  ],
  ['the digest of a picture', (id) => sql`update report_photos set digest = repeat('0', 64) where report_id = ${id} and event_seq = 4`, 4],
  ['a picture that goes', (id) => sql`delete from report_photos where report_id = ${id} and event_seq = 4`, 4],
  [
    'the last event that goes',
    (id) =>
      sql`with gone as (delete from report_photos where report_id = ${id} and event_seq = 4) delete from report_events where report_id = ${id} and seq = 4`,
    4,
  ],
  ['the end that the row says', (id) => sql`update reports set last_digest = repeat('0', 64) where id = ${id}`, 4],
  ['an event in the middle that goes', (id) => sql`delete from report_events where report_id = ${id} and seq = 2`, 2],
]
test.each(forgeries)('when %s is changed behind the back of the server, then the evidence tells where', async (_, statement, brokenAt) => {
  const { id } = await travelled()
  await forge(statement(id))
  expect(await evidence(id)).toMatchObject({ valid: false, brokenAt })
})

test('when a picture in the store is changed or lost, then the evidence tells at which event', async () => {
  const store = openPhotoStore(town.settings.DATA_DIR)
  const { id } = await travelled()
  const { photos } = await look(await town.as('grid_worker'), id)
  const [first, , after] = photos.map((photo) => photoKey(photo.id, 'full')) as [string, string, string]
  await store.put(after, Buffer.concat([(await store.get(after)) as Buffer, Buffer.from([0])]))
  expect(await evidence(id)).toMatchObject({ valid: false, brokenAt: 4 })
  await store.delete(first)
  expect(await evidence(id)).toMatchObject({ valid: false, brokenAt: 1 })
})
