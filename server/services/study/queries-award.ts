import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { startOfDay } from '../../shared/shanghai'
import { type NewLine, pointLines } from '../../shared/study-ledger'
import type { BadgeRule, Metric } from './rules-badges'
import type { PointRule, Sums } from './rules-points'

/** A check-in that counts. */
export interface Counted {
  readonly townCode: string
  readonly id: string
  readonly siteId: string
  readonly siteName: string
  readonly personId: string
  readonly day: string
  readonly thought: string | null
  readonly minutes: number | null
}

/** Where a person stands: their days, what they have, and their figures in one town. */
export interface Standing {
  /** Days with a check-in that counts, in order. */
  readonly days: readonly string[]
  /** The town they last checked in; null when they never did. */
  readonly lastTown: string | null
  readonly totalPoints: number
  readonly figures: Readonly<Record<Exclude<Metric, 'streak'>, number>>
  /** Badges of the town that they do not have. */
  readonly badges: readonly (BadgeRule & { readonly name: string; readonly about: string })[]
}

const counted = (personId: string, townCode: string) => sql`
  mine as materialized (
    select c.town_code, c.site_code, c.day, c.minutes, c.at from study_check_ins c where c.person_id = ${personId}::uuid and c.state = 'counted'),
  here as (select * from mine where town_code = ${townCode})`

const standing = (personId: string, townCode: string) => sql`
  array(select distinct day::text from mine order by 1) as days, (select town_code from mine order by at desc limit 1) as "lastTown",
  (select coalesce(sum(l.points), 0)::int from study_points l where l.person_id = ${personId}::uuid) as "totalPoints",
  json_build_object('check_ins', (select count(*) from here), 'sites', (select count(distinct site_code) from here),
    'minutes', (select coalesce(sum(minutes), 0) from here),
    'kinds', (select count(distinct s.kind) from study_sites s where s.town_code = ${townCode} and s.code in (select site_code from here)),
    'routes', (select count(*) from study_points l where l.town_code = ${townCode} and l.person_id = ${personId}::uuid and l.kind = 'route'))
    as figures,
  coalesce((select json_agg(json_build_object('code', b.code, 'name', b.name, 'about', b.about, 'metric', b.metric,
      'threshold', b.threshold) order by b.position)
    from study_badges b where b.town_code = ${townCode} and not exists (select 1 from study_earned_badges e
      where e.town_code = b.town_code and e.badge_code = b.code and e.person_id = ${personId}::uuid)), '[]') as badges`

export async function findStanding(db: Db, personId: string, townCode: string): Promise<Standing> {
  const { rows } = await sql<Standing>`with ${counted(personId, townCode)} select ${standing(personId, townCode)}`.execute(db)
  return rows[0] as Standing
}

/** Where the person stands with a check-in that counts, before what it brings, and all that decides on that. */
export interface Due extends Standing {
  readonly rules: readonly PointRule[]
  /** Points the person has of the check-in's day, and of this check-in. */
  readonly ofDay: Sums
  readonly ofThis: Sums
  /** Routes that this site was the last stop of. */
  readonly routes: readonly { readonly id: string; readonly name: string }[]
}

export async function findDue(tx: Db, { townCode, id, siteId, personId, day }: Counted): Promise<Due> {
  const { rows } = await sql<Due>`
    with ${counted(personId, townCode)}
    select ${standing(personId, townCode)},
      coalesce((select json_agg(json_build_object('kind', r.kind, 'points', r.points, 'unit', r.unit, 'perDay', r.per_day) order by r.kind)
        from study_point_rules r where r.town_code = ${townCode}), '[]') as rules,
      coalesce((select json_object_agg(kind, points) from (select l.kind, sum(l.points) as points from study_points l
        where l.person_id = ${personId}::uuid and l.day = ${day}::date and l.at >= ${startOfDay(day).toISOString()}::timestamptz
        group by l.kind) sums), '{}') as "ofDay",
      coalesce((select json_object_agg(kind, points) from (select l.kind, sum(l.points) as points from study_points l
        where l.town_code = ${townCode} and l.check_in_id = ${id}::uuid group by l.kind) sums), '{}') as "ofThis",
      coalesce((select json_agg(json_build_object('id', r.code, 'name', r.name) order by r.code)
        from study_route_stops stop join study_routes r on r.town_code = stop.town_code and r.code = stop.route_code
        where stop.town_code = ${townCode} and stop.site_code = ${siteId}
          and not exists (select 1 from study_points l where l.town_code = ${townCode} and l.person_id = ${personId}::uuid
            and l.kind = 'route' and l.route_code = r.code)
          and not exists (select 1 from study_route_stops st where st.town_code = r.town_code and st.route_code = r.code
            and st.site_code not in (select site_code from here))), '[]') as routes`.execute(tx)
  return rows[0] as Due
}

export interface Brought {
  readonly lines: readonly NewLine[]
  /** Codes. */
  readonly badges: readonly string[]
  /** It has just come to count: its site counts one more. */
  readonly isNew: boolean
}

/**
 * Writes what a check-in brings, and counts it in one of its site's sixteen rows, by the last digit of its id: the last statement of a
 * transaction, so that nobody waits long for that row.
 */
export async function insertBrought(tx: Db, checkIn: Counted, { lines, badges, isNew }: Brought, now: Date): Promise<void> {
  const { townCode, id, siteId, personId, day } = checkIn
  const at = now.toISOString()
  await sql`
    with lines as (${pointLines({ townCode, personId, day, checkInId: id, quizId: null }, lines, now)}),
    badges as (
      insert into study_earned_badges (town_code, person_id, badge_code, at)
      select ${townCode}, ${personId}::uuid, code, ${at}::timestamptz from unnest(${[...badges]}::text[]) as code on conflict do nothing)
    insert into study_counts (town_code, site_code, slot, counted)
    select ${townCode}, ${siteId}, ('x' || right(${id}, 1))::bit(4)::int, 1 where ${isNew}::boolean
    on conflict (town_code, site_code, slot) do update set counted = study_counts.counted + 1`.execute(tx)
}
