import { type RawBuilder, sql } from 'kysely'
import type { CheckInMark, CheckInState, CheckInWay, SiteKind } from '../../../contract/study'
import type { Db } from '../../database/connect'
import type { PhotoRow } from '../../shared/photos'

export interface CheckInRow {
  readonly townCode: string
  readonly id: string
  readonly siteId: string
  readonly siteName: string
  readonly kind: SiteKind
  readonly way: CheckInWay
  readonly state: CheckInState
  readonly at: string
  readonly day: string
  readonly marks: readonly CheckInMark[]
  readonly thought: string | null
  readonly minutes: number | null
  readonly photos: readonly PhotoRow[]
  readonly points: number
  readonly decidedAt: string | null
  readonly decisionNote: string | null
  readonly personId: string
  readonly nickname: string
  readonly hostId: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly siteLng: number
  readonly siteLat: number
}

/** Check-ins with what their pages show, from a list `c` of rows of study_check_ins. */
async function checkIns(db: Db, picked: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<CheckInRow[]> {
  const { rows } = await sql<CheckInRow>`
    select c.town_code as "townCode", c.id, c.site_code as "siteId", s.name as "siteName", s.kind, c.way, c.state, c.at, c.day, c.marks,
      c.thought, c.minutes, c.decided_at as "decidedAt", c.decision_note as "decisionNote", c.person_id as "personId", p.nickname,
      c.host_id as "hostId", c.lng, c.lat, s.lng as "siteLng", s.lat as "siteLat",
      coalesce((select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height) order by cp.position)
        from study_check_in_photos cp join photos f on f.id = cp.photo_id where cp.town_code = c.town_code and cp.check_in_id = c.id), '[]')
        as photos,
      (select coalesce(sum(l.points), 0)::int from study_points l where l.town_code = c.town_code and l.check_in_id = c.id) as points
    from (${picked}) c
    join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    join persons p on p.id = c.person_id
    order by ${order}`.execute(db)
  return rows
}

export async function findCheckIn(db: Db, id: string): Promise<CheckInRow | undefined> {
  return (await checkIns(db, sql`select * from study_check_ins where id = ${id}::uuid`, sql`c.id`))[0]
}

type After = readonly [at: string, id: string] | undefined

/** The person's check-ins, newest first; one more than `limit`. */
export function findMine(db: Db, personId: string, before: After, limit: number): Promise<CheckInRow[]> {
  const past = before ? sql`and (c.at, c.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  const picked = sql`select * from study_check_ins c where c.person_id = ${personId}::uuid ${past} order by c.at desc, c.id desc limit ${limit + 1}`
  return checkIns(db, picked, sql`c.at desc, c.id desc`)
}

/** Whose doubtful check-ins somebody decides on. */
export interface Sight {
  readonly personId: string
  readonly townCode: string
  /** Sites where they are host. */
  readonly sites: readonly string[]
  /** Branches they are secretary of. */
  readonly branches: readonly string[]
  readonly isAdmin: boolean
}

/** Check-ins in sight that wait for a decision, oldest first, without one’s own and what one entered oneself; one more than `limit`. */
export function findDoubtful(db: Db, sight: Sight, after: After, limit: number): Promise<CheckInRow[]> {
  const { townCode, sites, branches, isAdmin, personId } = sight
  const open = sql`c.state = 'pending' and c.person_id <> ${personId}::uuid and c.host_id is distinct from ${personId}::uuid
    ${after ? sql`and (c.at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``} order by c.at, c.id limit ${limit + 1}`
  const parts = [
    ...(isAdmin ? [sql`(select c.* from study_check_ins c where c.town_code = ${townCode} and ${open})`] : []),
    ...sites.map((site) => sql`(select c.* from study_check_ins c where c.town_code = ${townCode} and c.site_code = ${site} and ${open})`),
    ...branches.map(
      (branch) => sql`(select c.* from study_check_ins c where c.person_id = any(array(${membersOf(townCode, branch)})) and ${open})`,
    ),
  ]
  if (parts.length === 0) return Promise.resolve([])
  return checkIns(db, sql`select * from (${sql.join(parts, sql` union `)}) c order by c.at, c.id limit ${limit + 1}`, sql`c.at, c.id`)
}

const membersOf = (townCode: string, branch: string) => sql`
  select g.person_id from grants g join persons m on m.id = g.person_id and m.town_code = g.town_code
  where g.town_code = ${townCode} and g.role = 'party_member' and g.scope_code = ${branch}`

/** Whether the person is a member of one of the branches of the town. */
export async function isMember(db: Db, townCode: string, branches: readonly string[], personId: string): Promise<boolean> {
  if (branches.length === 0) return false
  const members = sql.join(
    branches.map((branch) => membersOf(townCode, branch)),
    sql` union `,
  )
  const { rows } = await sql`select 1 where ${personId}::uuid in (${members})`.execute(db)
  return rows.length > 0
}

/** The person's check-in of a day at a site that counts or may still. */
export async function findOfDay(
  db: Db,
  { townCode, id }: { townCode: string; id: string },
  personId: string,
  day: string,
): Promise<{ id: string; state: CheckInState; at: string } | null> {
  const { rows } = await sql<{ id: string; state: CheckInState; at: string }>`
    select id, state, at from study_check_ins where town_code = ${townCode} and site_code = ${id} and person_id = ${personId}::uuid
      and day = ${day}::date and state <> 'refused'`.execute(db)
  return rows[0] ?? null
}
