import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { evidenceRules, Privacy, ReportCard, State, UnitRef } from '../../../contract/report'
import type { Db } from '../../database/connect'
import type { PhotoRow } from '../../shared/photos'
import { handlesMatters, type Person, reachOf, type Sighted } from './sight'
import type { Standing } from './standing'

/** A report as a list shows it, with what decides who may see what of it. */
export interface CardRow
  extends Sighted,
    Pick<
      ReportCard,
      | 'id'
      | 'number'
      | 'categoryCode'
      | 'categoryName'
      | 'areaName'
      | 'compoundCode'
      | 'compoundName'
      | 'building'
      | 'floor'
      | 'spot'
      | 'createdAt'
      | 'supported'
      | 'followed'
    >,
    Standing {
  readonly state: State
  readonly privacy: Privacy
  readonly text: string
  readonly lng: number | null
  readonly lat: number | null
  readonly coverPhotoId: string | null
  readonly leadName: string
  readonly acceptedByName: string | null
}

/** A report whole, as its page and its changes need it. */
export interface ReportRow extends CardRow {
  readonly anonymous: boolean
  readonly happenedAt: string
  readonly lastSeq: number
  readonly lastDigest: string
  readonly limitMinutes: number
  readonly evidence: (typeof evidenceRules)[number]
  readonly mergedNumber: string | null
  readonly helpers: readonly Static<typeof UnitRef>[]
  readonly photos: readonly (PhotoRow & { readonly eventSeq: number; readonly kind: string })[]
}

/** Codes of the units that the person works for, as an array of the database. */
export function unitCodesOf(person: Person): RawBuilder<string[]> {
  const { grids, departments, compounds } = reachOf(person)
  return sql`(${[...grids, ...departments]}::text[] || array(select c.property_code from compounds c
    where c.town_code = ${person.townCode} and c.code = any(${[...compounds]}::text[]) and c.property_code is not null))`
}

/** Whether the person's units lead or help; residents are spared the question. */
function involvement(person: Person): RawBuilder<unknown> {
  if (!handlesMatters(reachOf(person))) return sql`false as "isLead", null as helper`
  const codes = unitCodesOf(person)
  return sql`r.town_code = ${person.townCode} and r.lead_code = any(${codes}) as "isLead",
    (select json_build_object('code', hu.code, 'kind', hu.kind) from report_helpers h
      join units hu on hu.town_code = h.town_code and hu.code = h.unit_code
      where h.town_code = r.town_code and h.report_id = r.id and r.town_code = ${person.townCode} and h.unit_code = any(${codes})
      order by hu.code limit 1) as helper`
}

/** Whether the person stands in a list of the report: a look-up by its key, where EXISTS might read all that the person stands in. */
const stands = (table: 'report_supporters' | 'report_followers', { personId }: Person): RawBuilder<unknown> =>
  sql`(select true from ${sql.table(table)} x where x.town_code = r.town_code and x.report_id = r.id and x.person_id = ${personId} limit 1)
    is not null`

/** Columns of a card from `r` and the tables of `cardJoins`. */
export const cardColumns = (person: Person): RawBuilder<unknown> => sql`
  r.town_code as "townCode", r.id, r.number, r.reporter_id as "reporterId", r.state, r.privacy, r.category_code as "categoryCode",
  cat.name as "categoryName", a.short_name as "areaName", r.compound_code as "compoundCode", c.name as "compoundName",
  r.building, r.floor, r.spot, r.lng, r.lat, r.text, r.cover_photo_id as "coverPhotoId", r.created_at as "createdAt",
  r.due_at as "dueAt", r.close_due_at as "closeDueAt", r.clock_at as "clockAt", r.handled_at as "handledAt", r.closed_at as "closedAt",
  r.ended_at as "endedAt", r.suspended_at as "suspendedAt", r.suspended_until as "suspendedUntil", r.suspended_from as "suspendedFrom",
  r.overdue_at as "overdueAt", r.supervised_at as "supervisedAt", r.reopened_count as "reopenedCount", r.merged_into as "mergedInto",
  r.supporters, r.stars, r.rating_text as "ratingText", r.grid_code as "gridCode", r.lead_code as "leadCode", u.kind as "leadKind",
  u.name as "leadName", r.accepted_by as "acceptedById", p.nickname as "acceptedByName", r.handled_by as "handledById",
  ${stands('report_supporters', person)} as supported, ${stands('report_followers', person)} as followed,
  ${involvement(person)}`

/**
 * Names for the codes of `r`. The limits keep each a look-up by its key: a planner that weighs the orders of five joins takes three
 * times as long, and the embedded database plans every time.
 */
export const cardJoins = sql`
  cross join lateral (select * from report_categories x where x.town_code = r.town_code and x.code = r.category_code limit 1) cat
  cross join lateral (select * from areas x where x.town_code = r.town_code and x.code = r.area_code limit 1) a
  cross join lateral (select * from compounds x where x.town_code = r.town_code and x.code = r.compound_code limit 1) c
  cross join lateral (select * from units x where x.town_code = r.town_code and x.code = r.lead_code limit 1) u
  left join lateral (select * from persons x where x.id = r.accepted_by limit 1) p on true`

/** The report, whoever asks; the caller checks the sight. */
export async function findReport(db: Db, townCode: string, id: string, person: Person): Promise<ReportRow | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${cardColumns(person)}, r.anonymous, r.happened_at as "happenedAt", r.last_seq as "lastSeq", r.last_digest as "lastDigest",
      cat.limit_minutes as "limitMinutes", cat.evidence,
      (select m.number from reports m where m.town_code = r.town_code and m.id = r.merged_into) as "mergedNumber",
      coalesce((select json_agg(json_build_object('code', hu.code, 'kind', hu.kind, 'name', hu.name) order by hu.code)
        from report_helpers h join units hu on hu.town_code = h.town_code and hu.code = h.unit_code
        where h.town_code = r.town_code and h.report_id = r.id), '[]') as helpers,
      coalesce((select json_agg(json_build_object('id', ph.id, 'width', ph.width, 'height', ph.height, 'eventSeq', rp.event_seq,
          'kind', e.kind) order by rp.event_seq, rp.position)
        from report_photos rp join photos ph on ph.id = rp.photo_id
        join report_events e on e.town_code = rp.town_code and e.report_id = rp.report_id and e.seq = rp.event_seq
        where rp.town_code = r.town_code and rp.report_id = r.id), '[]') as photos
    from reports r ${cardJoins}
    where r.town_code = ${townCode} and r.id = ${id}`.execute(db)
  return rows[0]
}

/** The town of a report that the person sent from where they lived before. */
export async function findOwnTown(db: Db, personId: string, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ townCode: string }>`
    select town_code as "townCode" from reports where reporter_id = ${personId} and id = ${id}`.execute(db)
  return rows[0]?.townCode
}

/** Locks reports until the transaction ends, in one order, so that two who lock the same ones never wait for each other. Gives those there are. */
export async function lockReports(tx: Db, townCode: string, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from reports where town_code = ${townCode} and id = any(${[...ids]}::uuid[]) order by id for update`.execute(tx)
  return rows.map((row) => row.id)
}
