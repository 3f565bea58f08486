import { type RawBuilder, sql } from 'kysely'
import type { CheckInMark, CheckInState, CheckInWay } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { holdPerson } from '../../shared/hold-person'
import { later } from '../../shared/shanghai'
import { deviceMs, type Fix, type Scene } from './rules-marks'

/**
 * Keeps a person's study to oneself until the transaction ends, and what a phone is used for: caps, badges and who shared a phone are
 * settled one after the other. A telephone comes first, then the person, so that no two wait for each other.
 */
export async function lockPerson(tx: Db, personId: string, device: string | null = null): Promise<void> {
  if (device) await sql`select pg_advisory_xact_lock(hashtextextended(${device}, 7))`.execute(tx)
  await holdPerson(tx, personId)
}

export interface Asked {
  readonly townCode: string
  readonly siteId: string
  readonly personId: string
  readonly at: Date
  readonly step: number | null
  readonly device: string | null
}

/** What a check-in is held against. */
export type Before = Pick<Scene, 'previous' | 'deviceShared' | 'codeShared' | 'codeThere' | 'codeNowhere'>

/** So many uses of a code are looked at: a hundred tell as much as a thousand. */
const codeUses = 100

/**
 * The check-ins before the moment, of the person anywhere and of the phone in the town, and how others have used the phone and the code.
 */
export async function findBefore(tx: Db, { townCode, siteId, personId, at, step, device }: Asked): Promise<Before> {
  const last = (whose: RawBuilder<unknown>) => sql`
    (select c.at, coalesce(c.lng, s.lng) as lng, coalesce(c.lat, s.lat) as lat, coalesce(c.accuracy_m, s.fence_m) as accuracy
      from study_check_ins c join study_sites s on s.town_code = c.town_code and s.code = c.site_code
      where ${whose} and c.at <= ${at.toISOString()}::timestamptz and c.state <> 'refused' order by c.at desc, c.id desc limit 1)`
  const { rows } = await sql<Before>`
    select
      coalesce((select json_agg(before) from (${last(sql`c.person_id = ${personId}::uuid`)}
        union all ${last(sql`c.town_code = ${townCode} and c.device = ${device}`)}) before), '[]') as previous,
      exists (select 1 from study_check_ins c where c.town_code = ${townCode} and c.device = ${device}
        and c.at between ${later(at, -deviceMs)}::timestamptz and ${later(at, deviceMs)}::timestamptz
        and c.person_id <> ${personId}::uuid) as "deviceShared",
      code.uses > 0 as "codeShared", code.there as "codeThere", code.nowhere as "codeNowhere"
    from (select count(*)::int as uses, count(*) filter (where lng is null)::int as nowhere,
        count(*) filter (where lng is not null and not marks @> '{too_far}')::int as there
      from (select c.lng, c.marks from study_check_ins c where c.town_code = ${townCode} and c.site_code = ${siteId}
        and c.step = ${step}::int and c.person_id <> ${personId}::uuid limit ${codeUses}) used) code`.execute(tx)
  return rows[0] as Before
}

export interface NewCheckIn extends Asked {
  readonly id: string
  readonly day: string
  readonly way: CheckInWay
  readonly state: CheckInState
  readonly marks: readonly CheckInMark[]
  readonly fix: Fix | undefined
  readonly hostId: string | null
  readonly thought: string | null
  readonly minutes: number | null
}

/** Writes the check-in. False when the person has one of that day here already. */
export async function insertCheckIn(tx: Db, row: NewCheckIn, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('study_check_ins')
    .values({
      ...{ town_code: row.townCode, id: row.id, site_code: row.siteId, person_id: row.personId },
      ...{ at: row.at.toISOString(), day: row.day, received_at: now.toISOString() },
      ...{ way: row.way, state: row.state, marks: [...row.marks], step: row.step, device: row.device, host_id: row.hostId },
      ...{ lng: row.fix?.lng ?? null, lat: row.fix?.lat ?? null, accuracy_m: row.fix?.accuracy ?? null },
      ...{ thought: row.thought, minutes: row.minutes },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Shows these pictures with the check-in, after those it has. */
export async function addPhotos(tx: Db, townCode: string, id: string, photoIds: readonly string[], had: number): Promise<void> {
  if (photoIds.length === 0) return
  const rows = photoIds.map((photo_id, at) => ({ town_code: townCode, check_in_id: id, position: had + at + 1, photo_id }))
  await tx.insertInto('study_check_in_photos').values(rows).execute()
}

export async function setDeed(tx: Db, id: string, deed: { thought: string | null; minutes: number | null }): Promise<void> {
  await sql`
    update study_check_ins set thought = ${deed.thought}, minutes = ${deed.minutes}::int where id = ${id}::uuid`.execute(tx)
}

export interface Decision {
  readonly id: string
  readonly counts: boolean
  readonly note: string | null
  readonly deciderId: string
}

/** Decides on a check-in that waits for it. False when it does not, or not any more. */
export async function setDecision(tx: Db, { id, counts, note, deciderId }: Decision, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update study_check_ins set state = ${counts ? 'counted' : 'refused'}, decided_by = ${deciderId}::uuid,
      decided_at = ${now.toISOString()}::timestamptz, decision_note = ${note}
    where id = ${id}::uuid and state = 'pending' returning id`.execute(tx)
  return rows.length > 0
}
