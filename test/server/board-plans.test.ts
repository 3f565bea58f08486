import type { Db } from '../../server/database/connect'
import { findBoards, findStamp } from '../../server/services/board/queries-out'
import { findPlacesOf } from '../../server/services/board/queries-places'
import { findRows } from '../../server/services/board/queries-rows'
import { findUnitOut } from '../../server/services/board/queries-unit-page'
import { readSearch } from '../../server/shared/search'
import { cityBoard, fillBoard } from '../bench/board-rows'
import { explain } from '../helpers/explain'
import { fillAreas } from '../helpers/figure-files'
import { TestTown } from '../helpers/server'

const townCode = '310112008'
const unitCode = '310112008012'
const wanted = { named: undefined, own: townCode }
let town: TestTown
let edition: Parameters<typeof findRows>[1]
beforeAll(async () => {
  town = await TestTown.open()
  await fillAreas(town.db, 1000)
  await fillBoard(town.db, 14, town.now)
  const { id, period } = await town.db.selectFrom('board_editions').selectAll().orderBy('period', 'desc').limit(1).executeTakeFirstOrThrow()
  edition = { townCode, boardCode: cityBoard, id, period, unitKind: 'area' }
})
afterAll(() => town.close())

const asked: [what: string, ask: (db: Db) => Promise<unknown>, mostRows: number][] = [
  // A year of rows of one unit, its neighbours twice over, the one above, itself.
  ['a unit', (db) => findUnitOut(db, wanted, cityBoard, undefined, { code: unitCode, personId: null }), 60],
  ['a unit in an earlier month', (db) => findUnitOut(db, wanted, cityBoard, '2026-03', { code: unitCode, personId: null }), 60],
  ['a page of a board', (db) => findRows(db, edition, { after: 500, limit: 100 }), 110],
  ['the places of a unit', (db) => findPlacesOf(db, [{ townCode, kind: 'area', unitCode }]), 10],
  ['what a page hangs on', (db) => findStamp(db, wanted, cityBoard, undefined), 0],
  ['the boards of a town', (db) => findBoards(db, townCode), 10],
]

test.each(asked)(
  'when a thousand areas have stood on a board for a year and %s is asked for, then an index gives it and few rows are read',
  async (what, ask, mostRows) => {
    const steps = await explain(town.db, ask)
    const onRows = steps.filter((step) => ['board_rows', 'board_entries'].includes(step['Relation Name'] ?? ''))
    expect([what, onRows.filter((step) => step['Node Type'] === 'Seq Scan')]).toEqual([what, []])
    const read = onRows.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0)
    expect([what, read]).toEqual([what, Math.min(read, mostRows)])
  },
)

test('when a name is looked for, then the rows of one period are read, and no other', async () => {
  const steps = await explain(town.db, (db) => findRows(db, edition, { after: 0, limit: 100 }, readSearch('爱博四村')))
  const [onRows] = steps.filter((step) => step['Relation Name'] === 'board_rows')
  expect(onRows?.['Index Name']).toBe('board_rows_pkey')
  expect((onRows?.['Actual Rows'] ?? 0) + (onRows?.['Rows Removed by Filter'] ?? 0)).toBe(1058)
})
