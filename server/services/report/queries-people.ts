import { sql } from 'kysely'
import type { Static } from 'typebox'
import type { UnitRef } from '../../../contract/report'
import type { Db } from '../../database/connect'
import type { ReportRow } from './queries'

type Subject = Pick<ReportRow, 'townCode' | 'id' | 'reporterId'>

/** Who wants to know of a report: `matterId` is the report that they may open. */
export interface Listener {
  readonly personId: string
  readonly as: 'reporter' | 'follower' | 'leader' | 'worker' | 'lead' | 'helper'
  readonly matterId: string
}

/**
 * The reporter, those who follow and may still see it, and the reporters of what was merged into it and is kept from each other (they open their own
 * report); the workers and leaders of the grid, and the people of the units that lead and help.
 */
export async function findListeners(db: Db, { townCode, id }: Subject): Promise<Listener[]> {
  const { rows } = await sql<Listener>`
    with recursive report as (select * from reports r where r.town_code = ${townCode} and r.id = ${id}),
    merged as (
      select m.id, m.reporter_id, m.privacy from report r join reports m on m.town_code = ${townCode} and m.merged_into = r.id
      union all
      select m.id, m.reporter_id, m.privacy from merged r join reports m on m.town_code = ${townCode} and m.merged_into = r.id),
    unit as (
      select lead_code as code, 'lead' as role from report
      union all select h.unit_code, 'helper' from report_helpers h where h.town_code = ${townCode} and h.report_id = ${id})
    select reporter_id as "personId", 'reporter' as "as", id as "matterId" from report
    union all select reporter_id, 'reporter', id from merged where privacy in ('private', 'staff_only')
    union all select f.person_id, 'follower', f.report_id from report join report_followers f
        on f.town_code = ${townCode} and f.report_id = report.id
      join persons p on p.id = f.person_id and p.town_code = ${townCode}
      where report.privacy in ('normal', 'masked') or exists (
        select from grants g where g.person_id = p.id and g.role = 'admin' and g.scope_code = ${townCode})
    union all select g.person_id, case g.role when 'grid_leader' then 'leader' else 'worker' end, report.id
      from report join grants g on g.town_code = ${townCode} and g.role in ('grid_worker', 'grid_leader') and g.scope_code = report.grid_code
    union all select g.person_id, unit.role, ${id}::uuid from unit
      join grants g on g.town_code = ${townCode} and g.role in ('grid_worker', 'grid_leader', 'department') and g.scope_code = unit.code
    union all select g.person_id, unit.role, ${id}::uuid from unit
      join compounds c on c.town_code = ${townCode} and c.property_code = unit.code
      join grants g on g.town_code = ${townCode} and g.role = 'property' and g.scope_code = c.code`.execute(db)
  return rows
}

/** Units of the town by their codes. */
export async function findUnits(db: Db, townCode: string, codes: readonly string[]): Promise<Static<typeof UnitRef>[]> {
  const { rows } = await sql<Static<typeof UnitRef>>`
    select code, kind, name from units where town_code = ${townCode} and code = any(${[...codes]}::text[])`.execute(db)
  return rows
}

/** Replaces the units that help. */
export async function setHelpers(tx: Db, { townCode, id }: Subject, codes: readonly string[]): Promise<void> {
  await sql`delete from report_helpers where town_code = ${townCode} and report_id = ${id}`.execute(tx)
  await sql`
    insert into report_helpers (town_code, report_id, unit_code)
    select ${townCode}, ${id}::uuid, code from unnest(${[...codes]}::text[]) as unit (code)`.execute(tx)
}

/** Lets the helpers' worklists know whether the report is still open. */
export async function setHelpersEnded(tx: Db, { townCode, id }: Subject, endedAt: string | null): Promise<void> {
  await sql`update report_helpers set ended_at = ${endedAt} where town_code = ${townCode} and report_id = ${id}`.execute(tx)
}

/** Counts the person as one who met the matter too, and lets them follow it; false when they are counted already. */
export async function addSupporter(tx: Db, { townCode, id }: Subject, personId: string, now: Date): Promise<boolean> {
  await setFollowing(tx, { townCode, id }, personId, true, now)
  const { rows } = await sql`
    insert into report_supporters (town_code, report_id, person_id, at) values (${townCode}, ${id}, ${personId}, ${now.toISOString()})
    on conflict do nothing returning person_id`.execute(tx)
  return rows.length > 0
}

export async function setFollowing(
  tx: Db,
  { townCode, id }: Pick<Subject, 'townCode' | 'id'>,
  personId: string,
  following: boolean,
  now: Date,
): Promise<void> {
  await (following
    ? sql`insert into report_followers (town_code, report_id, person_id, at)
        values (${townCode}, ${id}, ${personId}, ${now.toISOString()}) on conflict do nothing`
    : sql`delete from report_followers where town_code = ${townCode} and report_id = ${id} and person_id = ${personId}`
  ).execute(tx)
}

/**
 * Moves those who stand behind a report over to the one that takes it in: the reporter and the supporters become its supporters, and
 * where neighbours may see it, they and the followers become its followers. Gives the number of supporters it gained.
 */
export async function moveSupporters(tx: Db, from: Subject, into: Subject, shared: boolean, now: Date): Promise<number> {
  const { townCode } = from
  const backers = sql`(select s.person_id from report_supporters s where s.town_code = ${townCode} and s.report_id = ${from.id}
    union select ${from.reporterId}::uuid)`
  const gained = await sql`
    insert into report_supporters (town_code, report_id, person_id, at)
    select ${townCode}, ${into.id}::uuid, person_id, ${now.toISOString()}::timestamptz from ${backers} backer
    where person_id <> ${into.reporterId} on conflict do nothing returning person_id`.execute(tx)
  if (shared) {
    await sql`
      insert into report_followers (town_code, report_id, person_id, at)
      select ${townCode}, ${into.id}::uuid, person_id, ${now.toISOString()}::timestamptz from (select * from ${backers} backer
        union select f.person_id from report_followers f where f.town_code = ${townCode} and f.report_id = ${from.id}) listener
      where person_id <> ${into.reporterId} on conflict do nothing`.execute(tx)
  }
  return gained.rows.length
}

export interface Contact {
  readonly personId: string
  readonly nickname: string
  readonly phoneSealed: string | null
  readonly building: string | null
  readonly roomSealed: string | null
  /** Where they live now. */
  readonly townCode: string | null
}

/** Who sent the report, sealed as it is kept. */
export async function findContact(db: Db, reporterId: string): Promise<Contact> {
  const { rows } = await sql<Contact>`
    select id as "personId", nickname, phone_sealed as "phoneSealed", home_building as building, home_room_sealed as "roomSealed",
      town_code as "townCode" from persons where id = ${reporterId}`.execute(db)
  return rows[0] as Contact
}
