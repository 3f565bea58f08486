import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { noShows, tierColumns } from './queries-booking'
import type { Tier } from './rules-bill'

export interface EaterRow {
  readonly personId: string
  readonly nickname: string
  readonly label: string | null
  readonly linkId: string | null
  readonly factsSealed: string | null
  readonly hasAddress: boolean
  readonly blocked: boolean
  /** Of the town that verified them. */
  readonly tiers: readonly Tier[]
}

/** Whom the person may book for: themselves, then those who agreed, in the order they did. */
export async function findEaters(db: Db, bookerId: string, now: Date): Promise<EaterRow[]> {
  const { rows } = await sql<EaterRow>`
    select p.id as "personId", p.nickname, f.label, f.id as "linkId", g.facts_sealed as "factsSealed", g.address_sealed is not null as "hasAddress",
      exists (select 1 from canteens c where ${noShows(now)} >= c.no_show_limit) as blocked,
      coalesce((select json_agg(${tierColumns}) from canteen_tiers t where t.town_code = g.town_code), '[]') as tiers
    from (select ${bookerId}::uuid as eater_id, null::uuid as id, null::text as label, null::timestamptz as since
      union all select eater_id, id, label, since from canteen_family where booker_id = ${bookerId}::uuid and ended_at is null) f
    join persons p on p.id = f.eater_id left join canteen_guests g on g.person_id = p.id
    order by f.since nulls first, f.id`.execute(db)
  return rows
}

export interface BookerRow {
  readonly linkId: string
  readonly nickname: string
  readonly since: string
}

/** Who may book for the person. */
export async function findBookers(db: Db, eaterId: string): Promise<BookerRow[]> {
  const { rows } = await sql<BookerRow>`
    select f.id as "linkId", p.nickname, f.since from canteen_family f join persons p on p.id = f.booker_id
    where f.eater_id = ${eaterId} and f.ended_at is null order by f.since, f.id`.execute(db)
  return rows
}

/** Gives the person a code of their own; false when somebody else has just this one. */
export async function setConsentCode(tx: Db, personId: string, code: string, now: Date, expiresAt: string): Promise<boolean> {
  await sql`delete from canteen_consent_codes where code = ${code} and expires_at <= ${now.toISOString()}::timestamptz`.execute(tx)
  const { rows } = await sql`
    insert into canteen_consent_codes (code, person_id, expires_at)
    select ${code}, ${personId}::uuid, ${expiresAt}::timestamptz
    where not exists (select 1 from canteen_consent_codes where code = ${code} and person_id <> ${personId}::uuid)
    on conflict (person_id) do update set code = excluded.code, expires_at = excluded.expires_at
    returning code`.execute(tx)
  return rows.length > 0
}

/** Uses a code up; gives who showed it, undefined when there is no such code any more. */
export async function spendConsentCode(tx: Db, code: string, now: Date): Promise<{ personId: string; nickname: string } | undefined> {
  const { rows } = await sql<{ personId: string; nickname: string }>`
    with used as (
      delete from canteen_consent_codes where code = ${code} and expires_at > ${now.toISOString()}::timestamptz returning person_id)
    select p.id as "personId", p.nickname from used join persons p on p.id = used.person_id`.execute(tx)
  return rows[0]
}

/** How many wrong codes the person has typed in on the day. */
export async function countTries(db: Db, personId: string, day: string): Promise<number> {
  const { rows } = await sql<{
    tries: number
  }>`select tries from canteen_consent_tries where person_id = ${personId} and day = ${day}`.execute(db)
  return rows[0]?.tries ?? 0
}

export async function addTry(db: Db, personId: string, day: string): Promise<void> {
  await sql`
    insert into canteen_consent_tries as t (person_id, day, tries) values (${personId}::uuid, ${day}::date, 1)
    on conflict (person_id, day) do update set tries = t.tries + 1`.execute(db)
}

export interface Link {
  readonly id: string
  readonly bookerId: string
  readonly eaterId: string
  readonly label: string
}

/** Writes a consent down; false when the two have one already. */
export async function insertLink(tx: Db, { id, bookerId, eaterId, label }: Link, now: Date): Promise<boolean> {
  const { rows } = await sql`
    insert into canteen_family (id, booker_id, eater_id, label, since)
    values (${id}, ${bookerId}, ${eaterId}, ${label}, ${now.toISOString()})
    on conflict (booker_id, eater_id) where ended_at is null do nothing returning id`.execute(tx)
  return rows.length > 0
}

/** Ends a consent that the person gave or was given; undefined when there is none. */
export async function endLink(tx: Db, id: string, personId: string, now: Date): Promise<Link | undefined> {
  const { rows } = await sql<Link>`
    update canteen_family set ended_at = ${now.toISOString()}::timestamptz
    where id = ${id}::uuid and ended_at is null and ${personId}::uuid in (booker_id, eater_id)
    returning id, booker_id as "bookerId", eater_id as "eaterId", label`.execute(tx)
  return rows[0]
}
