import { buildApp } from '../../server/app'
import type { Database, Db } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { Stage } from '../../server/database/demo/stage'
import { hangPictures } from '../../server/database/demo/study-pictures'
import { seedStudy } from '../../server/database/demo/study-seed'
import { playStudy } from '../../server/database/demo/study-story'
import { distance } from '../../server/shared/geo'
import { TestTown } from '../helpers/server'
import { disagreements } from '../helpers/study'

const end = new Date('2026-11-24T09:00:00+08:00')
let town: TestTown
let database: Database
let db: Db
beforeAll(async () => {
  town = await TestTown.open(end.toISOString())
  database = town.database
  db = town.db
})
afterAll(() => town.close())

const tables = ['branches', 'study_sites', 'study_hours', 'study_routes', 'study_route_stops', 'study_point_rules', 'study_badges'] as const
const rowsOf = async (table: (typeof tables)[number]) =>
  (await db.selectFrom(table).selectAll().execute()).map((row) => JSON.stringify(row)).sort()
const read = () => Promise.all(tables.map(rowsOf))

test('when the demo town is there, then each site lies in its town, and every kind is there', async () => {
  const sites = await db.selectFrom('study_sites').selectAll().execute()
  const towns = await db.selectFrom('towns').selectAll().execute()
  for (const { town_code, code, lng, lat } of sites) {
    const { lng: x, lat: y, radius_m } = towns.find((one) => one.code === town_code) as (typeof towns)[number]
    expect([code, distance({ lng, lat }, { lng: x as number, lat: y as number }) < (radius_m as number)]).toEqual([code, true])
  }
  expect(new Set(sites.map(({ kind }) => kind)).size).toBe(10)
  expect(
    sites
      .filter(({ lights_on_minute }) => lights_on_minute !== null)
      .map(({ code }) => code)
      .sort(),
  ).toEqual(['RED-002', 'STU-001', 'STU-002'])
})

test('when the server starts again, then nothing of it changes; and a town from before gets it, with 小周 at his corner', async () => {
  const before = await read()
  await seedDemo(db, new Date('2026-11-25T00:00:00+08:00'), { seal: (text) => text, open: (text) => text })
  expect(await read()).toEqual(before)
  const back = new Error('undo')
  await db
    .transaction()
    .execute(async (tx) => {
      for (const table of [...tables].reverse()) await tx.deleteFrom(table).execute()
      await tx.updateTable('persons').set({ town_code: '310112008' }).where('demo_persona', '=', 'site_host').execute()
      await tx.updateTable('grants').set({ town_code: '310112008', scope_code: 'RED-001' }).where('role', '=', 'site_host').execute()
      await seedStudy(tx, end)
      expect(await tx.selectFrom('grants').select(['town_code', 'scope_code']).where('role', '=', 'site_host').execute()).toEqual([
        { town_code: '310112107', scope_code: 'STU-001' },
      ])
      expect(await tx.selectFrom('study_sites').select('code').execute()).toHaveLength(18)
      throw back
    })
    .catch((error) => {
      if (error !== back) throw error
    })
})

test('when the last days are played, then 李强 has four evenings in a row, something waits for 小周 and 陈书记, and every site has a picture', async () => {
  const clock = { now: end }
  const app = await buildApp({ settings: town.settings, database, now: () => clock.now })
  const stage = new Stage(app, clock, end)
  await playStudy(stage)
  await hangPictures(stage, db)
  await app.close()
  const li = await town.as('party_member')
  expect(await li.ok('GET /study/path')).toMatchObject({ streak: 4, checkIns: 4, points: 14, pending: 0 })
  const { items } = await (await town.as('site_host')).ok('GET /check-ins/doubtful')
  expect(items).toMatchObject([{ nickname: '孙阿姨', marks: [{ mark: 'too_far' }, { mark: 'code_far_apart' }] }])
  expect(await disagreements(town)).toEqual([])
  const chen = await town.as('secretary')
  expect((await chen.ok('GET /branch/xuexi')).items).toMatchObject([{ nickname: '李强', month: '2026-11', total: 15_120, before: 14_930 }])
  expect((await chen.ok('GET /branch/months', { query: { month: '2026-10' } })).items).toMatchObject([{ nickname: '李强', xuexi: 14_930 }])
  expect((await li.ok('GET /branch/xuexi/mine')).items.map(({ month, state }) => `${month} ${state}`)).toEqual([
    ...['2026-11 pending', '2026-10 confirmed', '2026-09 confirmed', '2026-08 confirmed'],
  ])
  const sites = (await town.guest.ok('GET /sites', { query: { limit: 100 } })).items
  for (const { id, coverUrl } of sites) expect([id, (await town.app.inject(coverUrl ?? '')).statusCode]).toEqual([id, 200])
})
