import { sql } from 'kysely'
import type { Db } from '../../server/database/connect'
import { findDue, findStanding } from '../../server/services/study/queries-award'
import { findBefore } from '../../server/services/study/queries-check-in'
import { findDoubtful, findMine, findOfDay } from '../../server/services/study/queries-lists'
import { findLines, findPath, sumPoints } from '../../server/services/study/queries-path'
import { findTownsmen } from '../../server/services/study/queries-people'
import { findRoutes } from '../../server/services/study/queries-routes'
import { findSite } from '../../server/services/study/queries-sites'
import { fillStudy } from '../bench/study-rows'
import { explain } from '../helpers/explain'
import { TestTown } from '../helpers/server'

const hongqiao = '310112107'
const site = { townCode: hongqiao, id: 'STU-001' }
const day = '2026-11-20'
let town: TestTown
let person: string
let checkIn: string
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T19:00:00+08:00')
  await fillStudy(town.db, 1000, 50, town.now)
  const { rows } = await sql<{ id: string; person: string }>`
    select id, person_id as person from study_check_ins where state = 'counted' and site_code = 'STU-001' limit 1`.execute(town.db)
  ;({ id: checkIn, person } = rows[0] as { id: string; person: string })
})
afterAll(() => town.close())

/** What one person has, what waits, and what is small: so much, however many others check in. */
const most = 1500
const asked: [what: string, ask: (db: Db) => Promise<unknown>, index: string][] = [
  ['my check-ins', (db) => findMine(db, person, undefined, 20), 'study_check_ins_person'],
  ['a later page of mine', (db) => findMine(db, person, ['2026-06-01T00:00:00Z', person], 20), 'study_check_ins_person'],
  ['my path', (db) => findPath(db, person, hongqiao), 'study_check_ins_person'],
  ['my points', (db) => findLines(db, person, undefined, 20), 'study_points_person'],
  ['the sum of my points', (db) => sumPoints(db, person), 'study_points_person'],
  ['how I stand', (db) => findStanding(db, person, hongqiao), 'study_check_ins_person'],
  ['my routes', (db) => findRoutes(db, person, { townCode: hongqiao }), 'study_check_ins_person'],
  ['what I did here today', (db) => findOfDay(db, site, person, day), 'study_check_ins_person'],
  [
    'what a check-in is worth',
    (db) =>
      findDue(db, { townCode: hongqiao, id: checkIn, siteId: site.id, siteName: '', personId: person, day, thought: null, minutes: null }),
    'study_points_check_in',
  ],
  [
    'what a check-in is held against',
    (db) => findBefore(db, { townCode: hongqiao, siteId: site.id, personId: person, at: town.now, step: 58_000_000, device: 'device-1' }),
    'study_check_ins_device',
  ],
  [
    'what waits for a host',
    (db) => findDoubtful(db, { personId: checkIn, townCode: hongqiao, sites: [site.id], branches: [], isAdmin: false }, undefined, 20),
    'study_check_ins_doubtful_site',
  ],
  [
    'what waits for an admin',
    (db) => findDoubtful(db, { personId: checkIn, townCode: hongqiao, sites: [], branches: [], isAdmin: true }, undefined, 20),
    'study_check_ins_doubtful',
  ],
  [
    'what waits for a secretary',
    (db) =>
      findDoubtful(
        db,
        { personId: checkIn, townCode: '310112008', sites: [], branches: ['DZB-310112008012'], isAdmin: false },
        undefined,
        20,
      ),
    'study_check_ins_doubtful_person',
  ],
  ['people by their name', (db) => findTownsmen(db, site, day, '学员77'), 'persons_nickname'],
]

test.each(asked)(
  'when a thousand people have studied for a year and %s is asked for, then an index gives it and few rows are read',
  async (what, ask, index) => {
    const steps = await explain(town.db, ask)
    const onBig = steps.filter((step) => ['study_check_ins', 'study_points', 'persons'].includes(step['Relation Name'] ?? ''))
    expect([what, onBig.filter((step) => step['Node Type'] === 'Seq Scan')]).toEqual([what, []])
    expect([what, steps.map((step) => step['Index Name'])]).toEqual([what, expect.arrayContaining([index])])
    const read = onBig.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0)
    expect([what, read]).toEqual([what, Math.min(read, most)])
  },
)

test('when a site is looked at, then its count is the sum of sixteen rows at most, and no check-in is read', async () => {
  const steps = await explain(town.db, (db) => findSite(db, site.id, day))
  expect(steps.filter((step) => step['Relation Name'] === 'study_check_ins')).toEqual([])
  const counts = steps.filter((step) => step['Relation Name'] === 'study_counts')
  expect(counts.map((step) => step['Actual Rows'] * step['Actual Loops'])).toEqual([expect.any(Number)])
  expect(counts[0]?.['Actual Rows']).toBeLessThanOrEqual(16)
})

test('when a month of a branch is looked at, then it goes by its members, in the index alone', async () => {
  const steps = await explain(town.db, (db) =>
    sql`
      select c.person_id, count(*), count(distinct c.day) from study_check_ins c
      where c.person_id = any(array(select g.person_id from grants g where g.town_code = '310112008' and g.role = 'party_member'
        and g.scope_code = 'DZB-310112008012')) and c.state = 'counted'
        and c.at >= '2026-10-31T16:00:00Z' and c.at < '2026-11-30T16:00:00Z'
      group by c.person_id`.execute(db),
  )
  const onBig = steps.filter((step) => step['Relation Name'] === 'study_check_ins')
  expect(onBig.map((step) => [step['Node Type'], step['Index Name']])).toEqual([['Index Only Scan', 'study_check_ins_person']])
})
