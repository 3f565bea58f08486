import { type RawBuilder, sql } from 'kysely'
import type { Measure, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { shanghaiDay } from '../../shared/shanghai'
import { monthsOf, previousPeriod, spanOf } from './rules-period'

/** What the records say of a unit: an exact number, and how many ratings, matters or members are behind it. */
export interface Measured {
  readonly unitCode: string
  readonly figure: string
  readonly sample: number
}

interface Asked {
  readonly townCode: string
  readonly kind: RankedKind
  readonly period: string
}

/** What a measure says of each unit of the kind in a period; units of which it says nothing are left out. */
export async function findMeasured(db: Db, measure: Measure, asked: Asked): Promise<Measured[]> {
  const { rows } = await sql<Measured>`
    select unit as "unitCode", trim_scale(round(figure, 6))::text as figure, sample::int as sample
    from (${sources[measure](asked)}) measured where figure is not null order by unit`.execute(db)
  return rows
}

const sources: Readonly<Record<Measure, (asked: Asked) => RawBuilder<unknown>>> = {
  report_good_rate: (asked) =>
    closedReports(asked, sql`100.0 * count(*) filter (where r.stars >= 4) / nullif(count(r.stars), 0)`, sql`count(r.stars)`),
  report_on_time_rate: (asked) =>
    closedReports(asked, sql`100.0 * count(*) filter (where r.handled_at <= r.due_at) / count(*)`, sql`count(*)`),
  xuexi_total: (asked) => perMember(asked, gains(asked)),
  xuexi_participation: (asked) => participation(asked),
  study_points: (asked) => perMember(asked, points(asked)),
  station_stars: (asked) => sql`
    select r.site_code as unit, avg(r.stars) as figure, count(*) as sample from study_site_ratings r
    where r.town_code = ${asked.townCode} and ${inPeriod(asked, sql`r.month`)} group by r.site_code`,
}

const inPeriod = ({ period }: Asked, month: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`${month} between ${monthsOf(period)[0]} and ${monthsOf(period).at(-1)}`

const unitOfReport: Readonly<Partial<Record<RankedKind, RawBuilder<unknown>>>> = {
  area: sql`r.area_code`,
  compound: sql`r.compound_code`,
  department: sql`r.lead_code`,
  village_company: sql`b.code`,
}

/** Reports closed in the period, by the unit whose they are; their stars count with the closing, however late they come. */
function closedReports(asked: Asked, figure: RawBuilder<unknown>, sample: RawBuilder<unknown>): RawBuilder<unknown> {
  const { from, until } = spanOf(asked.period)
  const company = sql`join board_units b on b.town_code = r.town_code and b.kind = 'village_company' and b.area_code = r.area_code`
  return sql`
    select ${unitOfReport[asked.kind]} as unit, ${figure} as figure, ${sample} as sample
    from reports r ${asked.kind === 'village_company' ? company : sql``}
    where r.town_code = ${asked.townCode} and r.state = 'closed' and r.closed_at >= ${from.toISOString()}::timestamptz
      and r.closed_at < ${until.toISOString()}::timestamptz group by 1`
}

/** Those a figure is of: each for themselves where persons are ranked, else the members of each branch. */
const people = (asked: Asked): RawBuilder<unknown> =>
  asked.kind === 'person'
    ? sql`select p.id::text as unit, p.id as person, p.town_code from persons p where p.town_code = ${asked.townCode} and p.name_on_boards`
    : sql`
      select g.scope_code as unit, g.person_id as person, g.town_code from grants g
      join persons p on p.id = g.person_id and p.town_code = g.town_code
      where g.town_code = ${asked.townCode} and g.role = 'party_member'`

/** The mean over those of whom something is known. */
const perMember = (asked: Asked, value: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select m.unit, avg(v.value) as figure, count(v.value) as sample from (${people(asked)}) m cross join lateral (${value}) v group by m.unit`

/** What a confirmed total has grown since the month before the period. Without a total of that month nobody knows. */
const gains = (asked: Asked): RawBuilder<unknown> => sql`
  select (select x.confirmed from branch_xuexi x where x.town_code = m.town_code and x.person_id = m.person
      and ${inPeriod(asked, sql`x.month`)} and x.confirmed is not null order by x.month desc limit 1)
    - (select x.confirmed from branch_xuexi x where x.town_code = m.town_code and x.person_id = m.person
      and x.month = ${monthsOf(previousPeriod(asked.period)).at(-1)}) as value`

/** Points of the days of the period; a person who has none is not ranked, a member who has none counts with none. */
function points({ kind, period }: Asked): RawBuilder<unknown> {
  const { from, until } = spanOf(period)
  const sum = kind === 'person' ? sql`sum(l.points)` : sql`coalesce(sum(l.points), 0)`
  return sql`
    select ${sum} as value from study_points l where l.person_id = m.person and l.at >= ${from.toISOString()}::timestamptz
      and l.day >= ${shanghaiDay(from)}::date and l.day < ${shanghaiDay(until)}::date`
}

/** Of all months of all members, those with a confirmed total. */
const participation = (asked: Asked): RawBuilder<unknown> => sql`
  select m.unit, 100.0 * sum(x.confirmed) / (count(*) * ${monthsOf(asked.period).length}::int) as figure, count(*) as sample
  from (${people(asked)}) m
  cross join lateral (
    select count(x.confirmed) as confirmed from branch_xuexi x where x.town_code = m.town_code and x.person_id = m.person
      and ${inPeriod(asked, sql`x.month`)}) x group by m.unit`
