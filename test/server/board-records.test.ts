import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { BoardFacts, Measure, RankedKind } from '../../contract/board'
import { recordEntries } from '../../server/services/board/records'
import { aiboBranch, give } from '../helpers/branch'
import { crowd } from '../helpers/crowd'
import { aibo4, enforcement, inState, lift } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'
import { aibo, checkIn } from '../helpers/study'

const xinhong = '310112008'
const aiboArea = '310112008012'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T19:00:00+08:00')
})
afterAll(() => town.close())

/** A board of records with one part a measure. */
const board = (unitKind: RankedKind, ...measures: Measure[]): BoardFacts => ({
  ...{ townCode: xinhong, code: 'COOP.RA', parentCode: null, name: '居民区联动处置好评榜', position: 1, unitKind, reach: 'town' },
  ...{ source: 'records', mode: 'top', better: 'higher', scoreUnit: '%', decimals: 1, vetoes: [], periodKinds: ['month'] },
  ...{ longPeriod: 'own', tieOrder: 'code', minimumSample: 5, redLine: null, blackLine: null, formula: '' },
  parts: measures.map((measure) => ({ key: measure, name: measure, weight: '50', full: '100', measure })),
})

/** The figures and the sample of each unit. */
async function figures(period: string, kind: RankedKind, ...measures: Measure[]) {
  const entries = await recordEntries(town.db, board(kind, ...measures), period)
  return Object.fromEntries(entries.map(({ unitCode, figures, sample }) => [unitCode, [...measures.map((key) => figures[key]), sample]]))
}

/** A matter like the report, closed then, with these stars, in time or late. */
interface Closed {
  readonly at: string
  readonly stars: number | null
  readonly late?: true
  readonly place?: readonly [area: string, compound: string]
  readonly lead?: string
}

async function copies(reportId: string, rows: readonly Closed[]): Promise<void> {
  for (const { at, stars, late, place = [aiboArea, aibo4], lead = 'WY-CP31011200801201' } of rows) {
    await sql`
      insert into reports (town_code, id, number, reporter_id, anonymous, category_code, group_code, privacy, text, area_code, compound_code,
        happened_at, created_at, state, grid_code, lead_code, due_at, close_due_at, clock_at, handled_at, closed_at, ended_at, stars,
        last_seq, last_digest)
      select town_code, ${randomUUID()}::uuid, 'T' || ${randomUUID()}, reporter_id, anonymous, category_code, group_code, privacy, text,
        ${place[0]}, ${place[1]}, happened_at, created_at, state, grid_code, ${lead}, ${at}::timestamptz, close_due_at, clock_at,
        ${at}::timestamptz + ${late ? '1 second' : '0 seconds'}::interval, ${at}::timestamptz, ${at}::timestamptz, ${stars}::int, last_seq,
        last_digest
      from reports where id = ${reportId}::uuid`.execute(town.db)
  }
}

test('when 王阿姨 rates a matter that was closed, then the figures of her area and compound have moved at the next look', async () => {
  const report = await inState(town, 'closed', lift())
  const look = () => figures('2026-11', 'area', 'report_good_rate', 'report_on_time_rate')
  expect(await look()).toEqual({ [aiboArea]: [undefined, '100', 1] })
  const wang = await town.as('resident')
  await wang.ok('POST /reports/:id/rating', { params: { id: report.id }, body: { stars: 4 } })
  expect(await look()).toEqual({ [aiboArea]: ['100', '100', 1] })
  await copies(report.id, [{ at: '2026-11-10T09:00:00+08:00', stars: 3 }])
  expect(await look()).toEqual({ [aiboArea]: ['50', '100', 2] })
  expect(await figures('2026-11', 'compound', 'report_good_rate')).toEqual({ [aibo4]: ['50', 2] })
  expect(await figures('2026-10', 'area', 'report_good_rate')).toEqual({})
})

test('when a month of matters is closed, then rates are those counted by hand, to the last moment of the month, for every kind of unit', async () => {
  const { id } = await inState(town, 'closed', lift())
  const next = ['310112008013', 'CP31011200801301'] as const
  const lead = enforcement
  await copies(id, [
    { at: '2026-10-01T00:00:00+08:00', stars: 5, late: true },
    { at: '2026-10-12T10:00:00+08:00', stars: 4, lead },
    { at: '2026-10-12T11:00:00+08:00', stars: 3, lead, late: true },
    { at: '2026-10-13T11:00:00+08:00', stars: null, lead },
    { at: '2026-10-14T11:00:00+08:00', stars: 1 },
    { at: '2026-10-15T11:00:00+08:00', stars: 5 },
    { at: '2026-10-31T23:59:59.999+08:00', stars: 5 },
    { at: '2026-09-30T23:59:59.999+08:00', stars: 1 },
    { at: '2026-11-01T00:00:00+08:00', stars: 1 },
    { at: '2026-10-20T11:00:00+08:00', stars: 2, place: next },
    { at: '2026-10-21T11:00:00+08:00', stars: 5, place: next },
    { at: '2026-10-22T11:00:00+08:00', stars: 5, place: next, late: true },
  ])
  const rates = ['report_good_rate', 'report_on_time_rate'] as const
  // 012: 4 good of 6 rated, 5 in time of 7; 013: 2 of 3, 2 of 3.
  expect(await figures('2026-10', 'area', ...rates)).toEqual({
    [aiboArea]: ['66.666667', '71.428571', 6],
    [next[0]]: ['66.666667', '66.666667', 3],
  })
  expect(await figures('2026-10', 'compound', ...rates)).toEqual({
    [aibo4]: ['66.666667', '71.428571', 6],
    [next[1]]: ['66.666667', '66.666667', 3],
  })
  // The property company leads the others, and is no department.
  expect(await figures('2026-10', 'department', ...rates)).toEqual({ [lead]: ['50', '66.666667', 2] })
  await town.db
    .insertInto('board_units')
    .values([
      { town_code: xinhong, kind: 'village_company', code: 'VC-1', name: '爱博村', area_code: next[0] },
      { town_code: xinhong, kind: 'village_company', code: 'VC-2', name: '别处村', area_code: null },
      { town_code: xinhong, kind: 'enterprise', code: 'E-1', name: '某公司', area_code: next[0] },
    ])
    .execute()
  expect(await figures('2026-10', 'village_company', ...rates)).toEqual({ 'VC-1': ['66.666667', '66.666667', 3] })
  expect(await figures('2026-10', 'enterprise', ...rates)).toEqual({})
  // Of a quarter all closings from July on.
  expect(await figures('2026-Q3', 'area', 'report_good_rate')).toEqual({ [aiboArea]: ['0', 1] })
})

describe('members of a branch', () => {
  let chen: Caller
  let members: Caller[]
  const li = () => members[0] as Caller
  beforeAll(async () => {
    chen = await town.as('secretary')
    members = [await town.as('party_member'), ...(await crowd(town, 2))]
    await give(town, members[1] as Caller, 'party_member', aiboBranch, '沈阿婆')
    await give(town, members[2] as Caller, 'party_member', aiboBranch, '老陆')
    for (const [month, rows] of [
      ['2026-09', '李强,10000\n沈阿婆,20000\n'],
      ['2026-10', '李强,10401\n沈阿婆,20100\n老陆,5000\n'],
    ] as const) {
      town.at(`${month}-28T12:00:00+08:00`)
      const path = `/branch/xuexi/imports?month=${month}`
      const { status } = await chen.upload(Buffer.from(`成员,总分\n${rows}`), 'totals.csv', randomUUID(), path)
      expect(status).toBe(201)
    }
    town.at('2026-11-20T19:00:00+08:00')
  })

  test('when totals are confirmed, then the branch has the mean of what they grew, and the share of those who have one', async () => {
    // 401 and 100; nobody knows where 老陆 began.
    expect(await figures('2026-10', 'branch', 'xuexi_total')).toEqual({ [aiboBranch]: ['250.5', 2] })
    expect(await figures('2026-10', 'branch', 'xuexi_participation')).toEqual({ [aiboBranch]: ['100', 3] })
    expect(await figures('2026-09', 'branch', 'xuexi_total')).toEqual({})
    expect(await figures('2026-09', 'branch', 'xuexi_participation')).toEqual({ [aiboBranch]: ['66.666667', 3] })
    // Two months of three, of three members.
    expect(await figures('2026-Q3', 'branch', 'xuexi_participation')).toMatchObject({ [aiboBranch]: ['22.222222', 3] })
  })

  test('when persons are ranked, then only those who let their name show, with their own gain', async () => {
    expect(await figures('2026-10', 'person', 'xuexi_total')).toEqual({})
    await li().ok('PATCH /me', { body: { nameOnBoards: true } })
    expect(await figures('2026-10', 'person', 'xuexi_total')).toEqual({ [li().personId]: ['401', 1] })
    // From the end of June on nothing is known.
    expect(await figures('2026-Q4', 'person', 'xuexi_total')).toEqual({ [li().personId]: ['401', 1] })
    expect(await figures('2026-Q3', 'person', 'xuexi_total')).toEqual({})
    await li().ok('PATCH /me', { body: { nameOnBoards: false } })
    expect(await figures('2026-10', 'person', 'xuexi_total')).toEqual({})
  })

  test('when 李强 checks in, then his points of the days of the month count, and the branch has the mean over all its members', async () => {
    await li().ok('PATCH /me', { body: { nameOnBoards: true } })
    town.at('2026-10-31T20:00:00+08:00')
    const { points } = await checkIn(town, li(), { minutes: 30 })
    town.at('2026-11-01T20:00:00+08:00')
    await checkIn(town, li())
    expect(points).toBeGreaterThan(0)
    expect(await figures('2026-10', 'person', 'study_points')).toEqual({ [li().personId]: [String(points), 1] })
    const mean = Math.round((points / 3) * 1e6) / 1e6
    expect(await figures('2026-10', 'branch', 'study_points')).toEqual({ [aiboBranch]: [String(mean), 3] })
    expect(await figures('2026-08', 'branch', 'study_points')).toEqual({ [aiboBranch]: ['0', 3] })
    expect(await figures('2026-08', 'person', 'study_points')).toEqual({})
  })
})

test('when visitors give a station stars, then its figure is their mean, with how many they are', async () => {
  town.at('2026-11-20T10:00:00+08:00')
  for (const [at, person] of (await crowd(town, 3)).entries()) {
    await checkIn(town, person, {}, aibo.id)
    await person.ok('POST /sites/:id/ratings', { params: { id: aibo.id }, body: { stars: [5, 4, 4][at] as number } })
  }
  expect(await figures('2026-11', 'station', 'station_stars')).toEqual({ [aibo.id]: ['4.333333', 3] })
  expect(await figures('2026-10', 'station', 'station_stars')).toEqual({})
  // What a measure cannot say of a kind, it does not say.
  expect(await figures('2026-11', 'area', 'station_stars')).toEqual({})
})
