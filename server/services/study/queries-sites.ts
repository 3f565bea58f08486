import { type RawBuilder, sql } from 'kysely'
import type { CheckInWay, SiteKind } from '../../../contract/study'
import type { Db } from '../../database/connect'
import type { Point } from '../../shared/geo'
import { metresFrom } from '../../shared/geo-sql'
import type { PhotoRow } from '../../shared/photos'
import type { Hours, Span } from './rules-hours'

export interface SiteRow extends Point {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly townCode: string
  readonly address: string | null
  readonly lights: Span | null
  readonly ways: readonly CheckInWay[]
  readonly fenceMetres: number
  readonly weekly: Hours['weekly']
  /** From the day that was asked for. */
  readonly exceptions: readonly { readonly day: string; readonly hours: readonly Span[]; readonly note: string | null }[]
  readonly coverId: string | null
  readonly checkIns: number
  readonly metres: number | null
}

/** The hours of the site `s`, exceptions from the day on. */
export const hoursColumns = (since: string): RawBuilder<unknown> => sql`
  coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens_minute, 'closes', h.closes_minute)
    order by h.weekday, h.opens_minute) from study_hours h where h.town_code = s.town_code and h.site_code = s.code), '[]') as weekly,
  coalesce((select json_agg(json_build_object('day', e.day, 'note', e.note, 'hours', coalesce((select
      json_agg(json_build_object('opens', span.opens, 'closes', span.closes) order by span.opens)
      from unnest(e.opens_minutes, e.closes_minutes) as span (opens, closes)), '[]')) order by e.day)
    from study_hours_exceptions e where e.town_code = s.town_code and e.site_code = s.code and e.day >= ${since}::date), '[]') as exceptions`

const siteColumns = (near: Point | undefined, since: string) => sql`
  s.code as id, s.name, s.kind, s.town_code as "townCode", s.address, s.lng, s.lat, s.ways, s.fence_m as "fenceMetres",
  case when s.lights_on_minute is not null then json_build_object('opens', s.lights_on_minute, 'closes', s.lights_off_minute) end as lights,
  (select p.photo_id from study_site_photos p where p.town_code = s.town_code and p.site_code = s.code order by p.position limit 1)
    as "coverId",
  (select coalesce(sum(n.counted), 0)::int from study_counts n where n.town_code = s.town_code and n.site_code = s.code) as "checkIns",
  ${metresFrom(near, 's')} as metres, ${hoursColumns(since)}`

export interface Listed {
  readonly townCode: string | undefined
  readonly kind: SiteKind | undefined
  /** Only what is open in that minute of that day. */
  readonly openAt: { readonly weekday: number; readonly minute: number } | undefined
  readonly near: Point | undefined
  readonly day: string
  readonly after: readonly [order: number, code: string] | undefined
  readonly limit: number
}

/** Sites of the open towns, nearest first where a place is given; one more than `limit`. */
export async function findSites(db: Db, { townCode, kind, openAt, near, day, after, limit }: Listed): Promise<SiteRow[]> {
  const order = sql`coalesce(${metresFrom(near, 's')}, 0)`
  const { rows } = await sql<SiteRow>`
    select ${siteColumns(near, day)} from study_sites s join towns t on t.code = s.town_code
    where t.prefix is not null ${townCode ? sql`and s.town_code = ${townCode}` : sql``} ${kind ? sql`and s.kind = ${kind}` : sql``}
      ${openAt ? sql`and ${isOpen(day, openAt)}` : sql``} ${after ? sql`and (${order}, s.code) > (${after[0]}::float8, ${after[1]})` : sql``}
    order by ${order}, s.code limit ${limit + 1}`.execute(db)
  return rows
}

/** As rules-hours.ts has it, for a list that is cut into pages. */
const isOpen = (day: string, { weekday, minute }: { weekday: number; minute: number }) => sql`coalesce(
  (select exists (select 1 from unnest(e.opens_minutes, e.closes_minutes) as span (opens, closes)
      where span.opens <= ${minute}::int and span.closes > ${minute}::int)
    from study_hours_exceptions e where e.town_code = s.town_code and e.site_code = s.code and e.day = ${day}::date),
  exists (select 1 from study_hours h where h.town_code = s.town_code and h.site_code = s.code and h.weekday = ${weekday}::int
    and h.opens_minute <= ${minute}::int and h.closes_minute > ${minute}::int))`

/** The site, with its exceptions from the day on. */
export async function findSite(db: Db, code: string, since: string, near?: Point): Promise<SiteRow | undefined> {
  const { rows } = await sql<SiteRow>`select ${siteColumns(near, since)} from study_sites s where s.code = ${code}`.execute(db)
  return rows[0]
}

export interface SiteMore {
  readonly story: string | null
  readonly audioUrl: string | null
  readonly directions: string | null
  readonly photos: readonly PhotoRow[]
  readonly routes: { id: string; name: string }[]
}

/** What only the page of a site shows. */
export async function findSiteMore(db: Db, code: string): Promise<SiteMore> {
  const { rows } = await sql<SiteMore>`
    select s.story, s.audio_url as "audioUrl", s.directions,
      coalesce((select json_agg(json_build_object('id', p.id, 'width', p.width, 'height', p.height) order by sp.position)
        from study_site_photos sp join photos p on p.id = sp.photo_id where sp.town_code = s.town_code and sp.site_code = s.code), '[]')
        as photos,
      coalesce((select json_agg(json_build_object('id', r.code, 'name', r.name) order by r.code) from study_route_stops st
        join study_routes r on r.town_code = st.town_code and r.code = st.route_code
        where st.town_code = s.town_code and st.site_code = s.code), '[]') as routes
    from study_sites s where s.code = ${code}`.execute(db)
  return rows[0] as SiteMore
}

/** The hours of all sites of a town, with all their exceptions. */
export async function findTownHours(db: Db, townCode: string): Promise<Hours[]> {
  const { rows } = await sql<Hours>`
    select ${hoursColumns('2000-01-01')} from study_sites s where s.town_code = ${townCode}`.execute(db)
  return rows
}
