import { sql } from 'kysely'
import type { CategoryGroup, evidenceRules, Privacy } from '../../../contract/report'
import type { Db } from '../../database/connect'
import { type Letter, letterRows } from '../../shared/inbox'
import type { TakenPhoto } from '../../shared/photos'
import { genesis } from './chain'
import { type ReportRow, unitCodesOf } from './queries'
import { handlesMatters, type Person, reachOf, type UnitKind } from './sight'

/** Categories of the town, or of the first open town: groups with their leaves. */
export async function findCategories(db: Db, townCode: string | null): Promise<CategoryGroup[]> {
  const { rows } = await sql<CategoryGroup>`
    select g.code, g.name, json_agg(json_build_object('code', l.code, 'name', l.name, 'limitMinutes', l.limit_minutes,
      'handlerKind', l.handler_kind, 'evidence', l.evidence, 'privacy', l.privacy, 'byResidents', l.by_residents,
      'stopper', case when l.stopper_text is not null then json_build_object('text', l.stopper_text, 'phone', l.stopper_phone) end)
      order by l.position, l.code) as categories
    from report_categories g join report_categories l on l.town_code = g.town_code and l.parent_code = g.code
    where g.town_code = coalesce(${townCode}, (select min(code) from towns where prefix is not null)) and g.parent_code is null
    group by g.code, g.name, g.position order by g.position, g.code`.execute(db)
  return rows
}

/** What a new report is judged and routed by. Null parts: there is no such category or compound. */
export interface Setting {
  readonly townLng: number | null
  readonly townLat: number | null
  readonly radius: number | null
  readonly prefix: string | null
  readonly category: {
    readonly name: string
    readonly groupCode: string
    readonly limitMinutes: number
    readonly evidence: (typeof evidenceRules)[number]
    readonly privacy: Privacy
  } | null
  readonly compound: {
    readonly name: string
    readonly areaCode: string
    readonly areaName: string
    readonly lng: number | null
    readonly lat: number | null
  } | null
  readonly gridCode: string | null
  readonly lead: { readonly code: string; readonly kind: UnitKind; readonly name: string } | null
  /** The person who asks works for the unit that leads. */
  readonly isLead: boolean
  /** Who works for the grid or the unit that leads. */
  readonly staff: readonly string[]
}

/**
 * Looks up where a report of the category in the compound belongs. The grid is that of the area (the town's first one where the area
 * has none); the lead follows the category's handler kind, and is the grid where nobody else is.
 */
export async function findSetting(db: Db, person: Person, categoryCode: string, compoundCode: string): Promise<Setting | undefined> {
  const isLead = handlesMatters(reachOf(person)) ? sql`lead.code = any(${unitCodesOf(person)})` : sql`false`
  const { rows } = await sql<Setting>`
    select t.lng as "townLng", t.lat as "townLat", t.radius_m as radius, t.prefix,
      case when cat.code is not null then json_build_object('name', cat.name, 'groupCode', cat.parent_code,
        'limitMinutes', cat.limit_minutes, 'evidence', cat.evidence, 'privacy', cat.privacy) end as category,
      case when c.code is not null then json_build_object('name', c.name, 'areaCode', c.area_code, 'areaName', a.short_name,
        'lng', c.lng, 'lat', c.lat) end as compound,
      grid.code as "gridCode",
      case when lead.code is not null then json_build_object('code', lead.code, 'kind', lead.kind, 'name', lead.name) end as lead,
      ${isLead} as "isLead",
      array(select distinct g.person_id::text from grants g where g.town_code = t.code and (
        (g.role = 'grid_worker' and g.scope_code in (grid.code, lead.code)) or (g.role = 'department' and g.scope_code = lead.code)
        or (g.role = 'property' and lead.kind = 'property' and g.scope_code in (select pc.code from compounds pc
          where pc.town_code = t.code and pc.property_code = lead.code)))) as staff
    from towns t
    left join report_categories cat on cat.town_code = t.code and cat.code = ${categoryCode} and cat.parent_code is not null
      and cat.by_residents
    left join compounds c on c.town_code = t.code and c.code = ${compoundCode}
    left join areas a on a.town_code = t.code and a.code = c.area_code
    left join lateral (
      select u.code from units u where u.town_code = t.code and u.kind = 'grid'
      order by u.code = a.grid_code desc nulls last, u.code limit 1) grid on true
    left join lateral (
      select u.code, u.kind, u.name from units u
      where u.town_code = t.code and (u.code = grid.code or (cat.handler_kind = 'property' and u.code = c.property_code)
        or (u.serves = cat.handler_kind and coalesce(u.area_code, a.code) = a.code))
      order by u.code = grid.code, u.area_code is null limit 1) lead on true
    where t.code = ${person.townCode}`.execute(db)
  return rows[0]
}

/** What the table keeps and no card shows. */
export interface NewReport extends Omit<ReportRow, 'number'> {
  readonly groupCode: string
  readonly areaCode: string
  readonly cell: number | null
  /** Of the first event. */
  readonly salt: string
}

export interface Numbering {
  readonly prefix: string
  /** Shanghai day, YYYY-MM-DD. */
  readonly day: string
  readonly reportsPerDay: number
}

/**
 * Counts the report to the person's day and the town's month, writes it with its first event and its pictures, and tells who is to
 * know (the id in a letter's body becomes the number): one statement, so that the month's counter is held for the shortest time.
 * Gives the number; undefined when the person's day is full.
 */
export async function insertReport(
  tx: Db,
  report: NewReport,
  photos: readonly TakenPhoto[],
  { prefix, day, reportsPerDay }: Numbering,
  letters: readonly Letter[],
): Promise<string | undefined> {
  const { townCode, id, createdAt } = report
  const { rows } = await sql<{ number: string }>`
    with quota as (
      insert into report_quotas (person_id, day, used) values (${report.reporterId}, ${day}, 1)
      on conflict (person_id, day) do update set used = report_quotas.used + 1 where report_quotas.used < ${reportsPerDay}
      returning used),
    counter as (
      insert into report_counters (town_code, month, last) select ${townCode}, ${day.slice(0, 7)}, 1 from quota
      on conflict (town_code, month) do update set last = report_counters.last + 1
      returning last),
    report as (
      insert into reports (town_code, id, number, reporter_id, anonymous, category_code, group_code, privacy, text, area_code,
        compound_code, building, floor, spot, lng, lat, cell, cover_photo_id, happened_at, created_at, state, grid_code, lead_code, due_at,
        close_due_at, clock_at, last_seq, last_digest)
      select ${townCode}, ${id}::uuid, ${prefix + day.slice(2, 4) + day.slice(5, 7)} || '-' || lpad(last::text, greatest(4, length(last::text)), '0'),
        ${report.reporterId}::uuid, ${report.anonymous}::boolean, ${report.categoryCode}, ${report.groupCode}, ${report.privacy},
        ${report.text}, ${report.areaCode}, ${report.compoundCode}, ${report.building}, ${report.floor}, ${report.spot},
        ${report.lng}::float8, ${report.lat}::float8, ${report.cell}::bigint, ${report.coverPhotoId}::uuid,
        ${report.happenedAt}::timestamptz, ${createdAt}::timestamptz, 'submitted', ${report.gridCode}, ${report.leadCode},
        ${report.dueAt}::timestamptz, ${report.closeDueAt}::timestamptz, ${report.clockAt}::timestamptz, 1, ${report.lastDigest}
      from counter returning id, number),
    event as (
      insert into report_events (town_code, report_id, seq, at, kind, from_state, to_state, actor_id, actor_as, previous, digest, salt)
      select ${townCode}, id, 1, ${createdAt}::timestamptz, 'report', null, 'submitted', ${report.reporterId}::uuid, 'reporter',
        ${genesis}, ${report.lastDigest}, ${report.salt} from report),
    pictures as (
      insert into report_photos (town_code, report_id, event_seq, position, photo_id, digest)
      select ${townCode}, report.id, 1, position, photo_id, digest
      from report, unnest(${photos.map((photo) => photo.id)}::uuid[], ${photos.map((photo) => photo.digest)}::text[])
        with ordinality as taken (photo_id, digest, position)),
    told as (
      insert into messages (person_id, id, title, body, link, created_at)
      select person_id, letter.id, title, replace(body, ${id}, number), link, ${createdAt}::timestamptz
      from report, ${letterRows(letters)})
    select number from report`.execute(tx)
  return rows[0]?.number
}
