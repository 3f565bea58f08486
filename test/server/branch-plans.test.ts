import { sql } from 'kysely'
import { findMeasured } from '../../server/services/board/queries-records'
import { findMonth } from '../../server/services/branch/queries-month'
import { fillStudy } from '../bench/study-rows'
import { aiboBranch } from '../helpers/branch'
import { explain } from '../helpers/explain'
import { TestTown } from '../helpers/server'

const xinhong = '310112008'
const members = 50
let town: TestTown
beforeAll(async () => {
  town = await TestTown.open('2026-11-20T19:00:00+08:00')
  await fillStudy(town.db, 1000, 50, town.now)
  await sql`
    insert into grants (town_code, id, person_id, role, scope_code, scope_name, granted_at)
    select town_code, gen_random_uuid(), id, 'party_member', ${aiboBranch}, '爱博四村党支部', now() from persons
    where town_code = ${xinhong} and nickname like '学员%' order by id limit ${members}::int`.execute(town.db)
})
afterAll(() => town.close())

test('when a thousand people have checked in for a year, then a month of fifty members is found in the index, and few rows are read', async () => {
  const span = {
    ...{ month: '2026-11', first: '2026-11-01', last: '2026-11-30' },
    ...{ from: '2026-10-31T16:00:00Z', to: '2026-11-30T16:00:00Z' },
  }
  const branch = { townCode: xinhong, code: aiboBranch }
  const { totals, items } = await findMonth(town.db, branch, span, undefined, 20)
  expect([totals.members, items.length, totals.active > 40]).toEqual([members + 1, 21, true])
  const steps = await explain(town.db, (db) => findMonth(db, branch, span, undefined, 20))
  const onBig = steps.filter((step) => ['study_check_ins', 'study_points'].includes(step['Relation Name'] ?? ''))
  expect(onBig.map((step) => [step['Node Type'], step['Index Name']]).sort()).toEqual([
    ['Index Only Scan', 'study_check_ins_person'],
    ['Index Only Scan', 'study_points_person'],
  ])
  const read = onBig.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0)
  expect(read).toBeLessThan(members * 15)
})

test.each([
  ['study_points', 'study_points_person'],
  ['xuexi_participation', 'branch_xuexi_pkey'],
  ['xuexi_total', 'branch_xuexi_pkey'],
] as const)(
  'when a board asks for %s of the branches, then each member is found in the index, and few rows are read',
  async (measure, index) => {
    await sql`
      insert into branch_xuexi (town_code, id, person_id, month, total, state, confirmed, said_by, said_at, decided_by, decided_at)
      select ${xinhong}, gen_random_uuid(), id, '2026-' || right('0' || m, 2), 100 * m, 'confirmed', 100 * m, id, now(), s.secretary, now()
      from persons, generate_series(1, 10) m, (select id as secretary from persons where demo_persona = 'secretary') s
      where nickname like '学员%' on conflict do nothing`.execute(town.db)
    await sql`analyze branch_xuexi`.execute(town.db)
    const asked = { townCode: xinhong, kind: 'branch', period: '2026-10' } as const
    expect(await findMeasured(town.db, measure, asked)).toHaveLength(1)
    const steps = await explain(town.db, (db) => findMeasured(db, measure, asked))
    const onBig = steps.filter((step) => ['branch_xuexi', 'study_points'].includes(step['Relation Name'] ?? ''))
    expect([...new Set(onBig.map((step) => step['Index Name']))]).toEqual([index])
    const read = onBig.reduce((sum, step) => sum + (step['Actual Rows'] + (step['Rows Removed by Filter'] ?? 0)) * step['Actual Loops'], 0)
    expect(read).toBeLessThan(members * 15)
  },
)
