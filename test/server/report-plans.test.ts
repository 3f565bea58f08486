import { sql } from 'kysely'
import type { Db } from '../../server/database/connect'
import { findMeasured } from '../../server/services/board/queries-records'
import { findReport } from '../../server/services/report/queries'
import { findDue } from '../../server/services/report/queries-clock'
import { findFollowed, findInArea, findMine, findRound, findSimilar } from '../../server/services/report/queries-lists'
import { countWorklist, findWorklist } from '../../server/services/report/queries-worklist'
import type { Person } from '../../server/services/report/sight'
import { fillReports } from '../bench/rows'
import { explain } from '../helpers/explain'
import { aibo4, aibo4Place, send } from '../helpers/reports'
import { TestTown } from '../helpers/server'

let town: TestTown
let sample: string
beforeAll(async () => {
  town = await TestTown.open()
  sample = (await send(await town.as('resident'))).id
  await fillReports(town.db, 40_000)
  await sql`
    insert into report_followers (town_code, report_id, person_id, at)
    select r.town_code, r.id, p.id, r.created_at from reports r join persons p on p.demo_persona = 'resident'
    where r.town_code = p.town_code order by r.number limit 3000`.execute(town.db)
  await sql`analyze`.execute(town.db)
})
afterAll(() => town.close())

const person =
  (role?: string, scopeCode = '') =>
  async (): Promise<Person> => {
    const { personId } = await town.as(role ? 'grid_worker' : 'resident')
    return { personId, townCode: '310112008', grants: role ? [{ role: role as 'admin', scopeCode, scopeName: '' }] : [] }
  }
const resident = person()
/** Rows of a page, its squares and its units: so many, however long the town has reported. */
const most = 1000
const since = new Date('2026-11-19T16:00:00Z')
const listed = { group: undefined, after: undefined, limit: 20 }
const later = { ...listed, after: ['2026-06-01T00:00:00Z', '00000000-0000-0000-0000-000000000000'] as const }

/** Of a year ago, as the rows are of the machine's clock. */
const month = {
  townCode: '310112008',

  kind: 'area',
  period: new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 7),
} as const

type Asked = [what: string, who: () => Promise<Person>, ask: (db: Db, person: Person) => Promise<unknown>, index: string]
const asked: Asked[] = [
  ['mine', resident, (db, who) => findMine(db, who, undefined, listed), 'reports_mine'],
  ['a later page of mine', resident, (db, who) => findMine(db, who, undefined, later), 'reports_mine'],
  ['my area', resident, (db, who) => findInArea(db, who, undefined, undefined, listed), 'reports_near_area'],
  ['a later page of an area', resident, (db, who) => findInArea(db, who, '310112008012', undefined, later), 'reports_near_area'],
  ['what is open in my area', resident, (db, who) => findInArea(db, who, undefined, true, listed), 'reports_near_area_open'],
  ['round a place', resident, (db, who) => findRound(db, who, aibo4Place, 1000, undefined, listed), 'reports_near_cell'],
  ['what is open round a place', resident, (db, who) => findRound(db, who, aibo4Place, 1000, true, listed), 'reports_near_cell_open'],
  ['what is followed', resident, (db, who) => findFollowed(db, who, listed), 'report_followers_person'],
  [
    'what is like it',
    resident,
    (db, who) => findSimilar(db, who, { categoryCode: 'LT.FAULT', compoundCode: aibo4, place: aibo4Place, metres: 250, since }),
    'reports_similar',
  ],
  ['one matter', resident, (db, who) => findReport(db, '310112008', sample, who), 'reports_pkey'],
  ['the grid’s worklist', person('grid_worker', 'XH-01'), (db, who) => findWorklist(db, who, 'todo', since, listed), 'reports_grid_shelf'],
  ['a property company’s', person('property', aibo4), (db, who) => findWorklist(db, who, 'todo', since, listed), 'reports_lead_shelf'],
  ['the town’s', person('admin', '310112008'), (db, who) => findWorklist(db, who, 'todo', since, listed), 'reports_town_shelf'],
  ['a later page', person('grid_worker', 'XH-01'), (db, who) => findWorklist(db, who, 'todo', since, later), 'reports_grid_shelf'],
  ['done in the grid', person('grid_worker', 'XH-01'), (db, who) => findWorklist(db, who, 'done', since, listed), 'reports_grid_done'],
  ['done in the town', person('admin', '310112008'), (db, who) => findWorklist(db, who, 'done', since, listed), 'reports_town_done'],
  ['the counts', person('grid_worker', 'XH-01'), (db, who) => countWorklist(db, who, since, since, 999), 'reports_grid_shelf'],
  ['a month of a board', resident, (db) => findMeasured(db, 'report_good_rate', month), 'reports_closed'],
  ['what is due', resident, (db) => findDue(db, new Date('2026-11-20T01:00:00Z')), 'reports_clock'],
]

test.each(asked)(
  'when the town has had a year of reports and %s is asked for, then an index gives it and few rows are read',
  async (what, who, ask, index) => {
    const reader = await who()
    const steps = await explain(town.db, (db) => ask(db, reader))
    const onBig = steps.filter((step) => step['Relation Name']?.startsWith('report') && step['Relation Name'] !== 'report_categories')
    // A table that is empty, or nearly, is read as it is.
    const whole = onBig.filter(
      (step) => step['Node Type'] === 'Seq Scan' && ['reports', 'report_followers'].includes(step['Relation Name'] ?? ''),
    )
    expect([what, whole]).toEqual([what, []])
    expect([what, steps.map((step) => step['Index Name'])]).toEqual([what, expect.arrayContaining([index])])
    const read = onBig.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0)
    expect([what, read]).toEqual([what, Math.min(read, most)])
  },
)
