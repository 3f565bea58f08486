import { sql } from 'kysely'
import { seedDemoBoards } from '../../server/database/demo/seed'
import { findPublished, previousScores } from '../../server/services/board/queries-editions'
import { findUnits } from '../../server/services/board/queries-units'
import { type Entry, type RankedRow, rankBoard } from '../../server/services/board/rules-rank'
import { openBoards } from '../helpers/boards'
import type { TestTown } from '../helpers/server'

const xinhong = '310112008'
let town: TestTown
beforeAll(async () => {
  town = await openBoards()
})
afterAll(() => town.close())

async function rowsOf(editionId: string): Promise<RankedRow[]> {
  const { rows } = await sql<RankedRow>`
    select position, unit_code as "unitCode", name, standing, rank, score::text, change::text, rank_change as "rankChange", mark, reason, adds
    from board_rows where edition_id = ${editionId} order by position`.execute(town.db)
  return rows
}

async function entriesOf(editionId: string): Promise<Entry[]> {
  const { rows } = await sql<Entry>`
    select e.unit_code as "unitCode", r.name, e.figures, e.sample, e.vetoes, e.reason
    from board_entries e join board_rows r using (edition_id, unit_code) where e.edition_id = ${editionId}`.execute(town.db)
  return rows
}

test('when the demo towns are there, then each has the town’s boards, and 新虹 its red and black list', async () => {
  const boards = await town.db.selectFrom('board_definitions').select(['town_code', 'code', 'unit_kind', 'parts']).execute()
  const count = (code: string, isGroup: boolean) =>
    boards.filter((board) => board.town_code === code && (board.unit_kind === null) === isGroup).length
  expect([count(xinhong, true), count(xinhong, false), count('310112107', true), count('310112107', false)]).toEqual([3, 14, 3, 13])
  for (const { code, parts } of boards) {
    const weights = (parts as { weight: string }[]).map(({ weight }) => Number(weight))
    expect([code, [0, 100].includes(weights.reduce((sum, weight) => sum + weight, 0))]).toEqual([code, true])
  }
})

test('when 王阿姨 looks at sorting, then 爱博四村 is fifth of 58, two places up, with a year behind it', async () => {
  const edition = await findPublished(town.db, xinhong, 'GARB.RA.TOP', '2026-10')
  const rows = await rowsOf(edition?.id as string)
  expect(rows.length).toBe(58)
  expect(rows.find(({ name }) => name === '爱博四村')).toMatchObject({ rank: 5, score: '94.6', change: '1.2', rankChange: 2 })
  expect(rows.find(({ name }) => name === '陶家角村')).toMatchObject({ score: '60.0', reason: expect.stringContaining('混装混运') })
  const out = await town.db
    .selectFrom('board_editions')
    .select('period')
    .where('town_code', '=', xinhong)
    .where('board_code', '=', 'GARB.RA.TOP')
    .orderBy('period')
    .execute()
  const periods = out.map(({ period }) => period)
  expect(periods.filter((period) => /[QH]/.test(period))).toEqual(['2026-H1', '2026-Q1', '2026-Q2', '2026-Q3'])
  expect(periods.filter((period) => !/[QH]/.test(period))).toEqual([
    ...['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04'],
    ...['2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
  ])
})

test('when a published period is ranked again from its figures, then the same rows come out', async () => {
  for (const code of ['GARB.RA.TOP', 'GARB.CMP.GAIN', 'COOP.RA', 'LIFT', 'ECON']) {
    const edition = await findPublished(town.db, xinhong, code)
    if (!edition) throw new Error(`${code} has nothing out`)
    const { definition: board, period, id } = edition
    const units = await findUnits(town.db, xinhong, board.unitKind ?? 'area', board.reach)
    const again = rankBoard(board, await entriesOf(id), units, await previousScores(town.db, xinhong, code, period))
    expect(await rowsOf(id)).toEqual(again)
  }
})

test('when a quarter of sorting is out, then a place in it is the mean of its months', async () => {
  const scoreIn = async (period: string) => {
    const edition = await findPublished(town.db, xinhong, 'GARB.RA.TOP', period)
    return (await rowsOf(edition?.id as string)).find(({ name }) => name === '爱博四村')?.score
  }
  expect(await Promise.all(['2026-07', '2026-08', '2026-09', '2026-Q3'].map(scoreIn))).toEqual(['93.0', '92.8', '93.4', '93.1'])
})

test('when persons are ranked, then what is kept for ever has no names of theirs', async () => {
  const edition = await findPublished(town.db, xinhong, 'STUDY.PERSON')
  expect((await rowsOf(edition?.id as string)).map(({ name }) => name)).toEqual(['一位党员'])
})

test('when the red and black list was corrected, then it says what changed and why, beside an answered appeal and a black row with its reason', async () => {
  const edition = await findPublished(town.db, xinhong, 'PROP.REDBLACK')
  expect(edition).toMatchObject({ period: '2026-Q3', revision: 2, reason: expect.stringContaining('爱博四村') })
  expect(edition?.changes?.find(({ name }) => name === '爱博四村')).toMatchObject({ from: { rank: 3 }, to: { rank: 1 } })
  expect(edition?.changedUnits).toBe(edition?.changes?.length)
  const marks = (await rowsOf(edition?.id as string)).filter(({ mark }) => mark === 'black')
  expect(marks).toMatchObject([{ name: '航华一村', reason: expect.stringMatching(/电梯/) }])
  const appeals = await town.db.selectFrom('board_appeals').select(['state', 'period']).execute()
  expect(appeals).toEqual([{ state: 'accepted', period: '2026-Q3' }])
})

test('when 小沈 comes to work, then a draft of the last month is half done', async () => {
  const drafts = await town.db.selectFrom('board_editions').selectAll().where('state', '<>', 'published').execute()
  expect(drafts).toMatchObject([{ town_code: xinhong, board_code: 'ECON', period: '2026-10', state: 'draft' }])
})

test('when the server starts again, also twice at once, then no board is made anew', async () => {
  const count = async () => (await sql<{ n: string }>`select count(*) as n from board_rows`.execute(town.db)).rows[0]?.n
  const before = await count()
  await Promise.all([seedDemoBoards(town.db, town.now), seedDemoBoards(town.db, town.now)])
  expect(await count()).toBe(before)
})
