import { sql } from 'kysely'
import type { Badge, PointLine } from '../../../contract/study'
import type { Db } from '../../database/connect'

export interface PathRow {
  /** All days with a check-in that counts, in order. */
  readonly days: readonly string[]
  readonly lastTown: string | null
  readonly checkIns: number
  readonly minutes: number
  readonly points: number
  readonly pending: number
  readonly sites: { id: string; name: string; location: { lng: number; lat: number }; times: number; last: string }[]
  /** Of the towns where the person has been, and of their own. */
  readonly badges: Badge[]
}

/** A time inside JSON, as both engines write times elsewhere. */
const moment = sql`to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

export async function findPath(db: Db, personId: string, townCode: string | null): Promise<PathRow> {
  const { rows } = await sql<PathRow>`
    with mine as materialized (
      select c.town_code, c.site_code, c.day, c.minutes, c.at, c.state from study_check_ins c
      where c.person_id = ${personId}::uuid and c.state <> 'refused'),
    counted as (select * from mine where state = 'counted'),
    visited as (select town_code, site_code, count(*)::int as times, max(day) as last from counted group by town_code, site_code)
    select array(select distinct day::text from counted order by 1) as days,
      (select town_code from counted order by at desc limit 1) as "lastTown",
      (select count(*)::int from counted) as "checkIns", (select coalesce(sum(minutes), 0)::int from counted) as minutes,
      (select count(*)::int from mine where state = 'pending') as pending,
      (select coalesce(sum(l.points), 0)::int from study_points l where l.person_id = ${personId}::uuid) as points,
      coalesce((select json_agg(json_build_object('id', s.code, 'name', s.name, 'location', json_build_object('lng', s.lng, 'lat', s.lat),
          'times', v.times, 'last', v.last) order by v.times desc, s.code)
        from visited v join study_sites s on s.town_code = v.town_code and s.code = v.site_code), '[]') as sites,
      coalesce((select json_agg(json_build_object('code', b.code, 'name', b.name, 'about', b.about,
          'earnedAt', case when e.at is not null then ${moment} end) order by e.at is null, b.town_code, b.position)
        from study_badges b left join study_earned_badges e
          on e.town_code = b.town_code and e.badge_code = b.code and e.person_id = ${personId}::uuid
        where e.at is not null or b.town_code = ${townCode} or b.town_code in (select town_code from visited)), '[]') as badges`.execute(db)
  return rows[0] as PathRow
}

export interface LineRow extends PointLine {
  readonly id: string
}

/** The person's points, newest first; one more than `limit`. */
export async function findLines(
  db: Db,
  personId: string,
  before: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<LineRow[]> {
  const past = before ? sql`and (at, id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  const { rows } = await sql<LineRow>`
    select id, kind, points, why, at, day from study_points where person_id = ${personId}::uuid ${past}
    order by at desc, id desc limit ${limit + 1}`.execute(db)
  return rows
}

export async function sumPoints(db: Db, personId: string): Promise<number> {
  const { rows } = await sql<{ total: number }>`
    select coalesce(sum(points), 0)::int as total from study_points where person_id = ${personId}::uuid`.execute(db)
  return rows[0]?.total ?? 0
}
