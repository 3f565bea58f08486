import { sql } from 'kysely'
import type { BranchMonth, MemberMonth } from '../../../contract/branch'
import type { Db } from '../../database/connect'

export interface BranchRow {
  readonly code: string
  readonly name: string
}

export async function findBranches(db: Db, townCode: string): Promise<BranchRow[]> {
  const { rows } = await sql<BranchRow>`select code, name from branches where town_code = ${townCode} order by code`.execute(db)
  return rows
}

export interface MonthSpan {
  readonly month: string
  /** First and last day, and the moments where it begins and ends. */
  readonly first: string
  readonly last: string
  readonly from: string
  readonly to: string
}

interface Sums {
  readonly totals: BranchMonth['totals']
  readonly items: MemberMonth[]
}

/**
 * A month of the branch: the sums of all its members, and the members after one by their names, one more than `limit`. Each member's rows
 * are found in the index by the person, however many others check in.
 */
export async function findMonth(
  db: Db,
  { townCode, code }: { townCode: string; code: string },
  { month, first, last, from, to }: MonthSpan,
  after: readonly [nickname: string, id: string] | undefined,
  limit: number,
): Promise<Sums> {
  const past = after ? sql`where (nickname, person) > (${after[0]}, ${after[1]}::uuid)` : sql``
  const { rows } = await sql<Sums>`
    with members as materialized (
      select g.person_id as person, p.nickname from grants g join persons p on p.id = g.person_id and p.town_code = g.town_code
      where g.town_code = ${townCode} and g.role = 'party_member' and g.scope_code = ${code}),
    sums as materialized (
      select m.person, m.nickname, c."checkIns", c.days, c.minutes, l.points, x.confirmed as xuexi
      from members m
      cross join lateral (
        select count(*)::int as "checkIns", count(distinct day)::int as days, coalesce(sum(minutes), 0)::int as minutes
        from study_check_ins where person_id = m.person and state = 'counted'
          and at >= ${from}::timestamptz and at < ${to}::timestamptz) c
      cross join lateral (
        select coalesce(sum(points), 0)::int as points from study_points where person_id = m.person
          and at >= ${from}::timestamptz and day between ${first}::date and ${last}::date) l
      left join branch_xuexi x on x.town_code = ${townCode} and x.person_id = m.person and x.month = ${month})
    select
      (select json_build_object('members', count(*), 'active', count(*) filter (where "checkIns" > 0),
        'checkIns', coalesce(sum("checkIns"), 0), 'days', coalesce(sum(days), 0), 'minutes', coalesce(sum(minutes), 0),
        'points', coalesce(sum(points), 0)) from sums) as totals,
      coalesce((select json_agg(json_build_object('personId', person, 'nickname', nickname, 'checkIns', "checkIns", 'days', days,
          'minutes', minutes, 'points', points, 'xuexi', xuexi) order by nickname, person)
        from (select * from sums ${past} order by nickname, person limit ${limit + 1}) page), '[]') as items`.execute(db)
  return rows[0] as Sums
}
