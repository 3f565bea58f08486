import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import { noShows } from './queries-booking'

export interface GuestRow {
  readonly personId: string
  readonly nickname: string
  readonly phoneSealed: string | null
  readonly factsSealed: string | null
  readonly addressSealed: string | null
  readonly noShows: number
  readonly blocked: boolean
}

/** A person as a guest of the canteen. */
export async function findGuest(db: Db, canteenId: string, personId: string, now: Date): Promise<GuestRow | undefined> {
  const { rows } = await sql<GuestRow>`
    select p.id as "personId", p.nickname, p.phone_sealed as "phoneSealed", g.facts_sealed as "factsSealed",
      g.address_sealed as "addressSealed", ${noShows(now)} as "noShows", ${noShows(now)} >= c.no_show_limit as blocked
    from canteens c cross join persons p left join canteen_guests g on g.person_id = p.id
    where c.code = ${canteenId} and p.id = ${personId}::uuid`.execute(db)
  return rows[0]
}

/** Whether the staff member was shown the guest's code since then. */
export async function wasShown(db: Db, townCode: string, staffId: string, personId: string, since: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from access_log where town_code = ${townCode} and reader_id = ${staffId} and subject_id = ${personId}
      and what = 'canteen-guest' and at >= ${since} limit 1`.execute(db)
  return rows.length > 0
}

export interface Papers {
  readonly townCode: string
  readonly personId: string
  readonly factsSealed: string
  readonly addressSealed: string | null
  readonly staffId: string
}

/** Writes down what the papers say, in the place of what they said before. */
export async function setPapers(tx: Db, { townCode, personId, factsSealed, addressSealed, staffId }: Papers, now: Date): Promise<void> {
  await sql`
    insert into canteen_guests (town_code, person_id, facts_sealed, address_sealed, verified_by, verified_at)
    values (${townCode}, ${personId}, ${factsSealed}, ${addressSealed}, ${staffId}, ${now.toISOString()})
    on conflict (person_id) do update set town_code = excluded.town_code, facts_sealed = excluded.facts_sealed,
      address_sealed = excluded.address_sealed, verified_by = excluded.verified_by, verified_at = excluded.verified_at`.execute(tx)
}

export interface Word {
  readonly townCode: string
  readonly personId: string
  readonly staffId: string
  readonly note: string
}

/** Forgives the meals that were not collected so far. */
export async function forgive(tx: Db, { townCode, personId, staffId, note }: Word, now: Date): Promise<void> {
  await sql`
    insert into canteen_guests (town_code, person_id, forgiven_at, forgiven_by, forgiven_note)
    values (${townCode}, ${personId}, ${now.toISOString()}, ${staffId}, ${note})
    on conflict (person_id) do update set forgiven_at = excluded.forgiven_at, forgiven_by = excluded.forgiven_by,
      forgiven_note = excluded.forgiven_note`.execute(tx)
}

export interface GuestEvent {
  readonly kind: 'papers' | 'word'
  readonly townCode: string
  readonly canteenId: string
  readonly staffId: string
  readonly personId: string
}

/** Writes down that staff changed what is kept of a guest, not what it is now. */
export async function addGuestEvent(tx: Db, { kind, townCode, canteenId, staffId, personId }: GuestEvent, now: Date): Promise<void> {
  await sql`
    insert into canteen_guest_events (town_code, id, at, kind, canteen_code, actor_id, person_id)
    values (${townCode}, ${newId()}, ${now.toISOString()}, ${kind}, ${canteenId}, ${staffId}, ${personId})`.execute(tx)
}
