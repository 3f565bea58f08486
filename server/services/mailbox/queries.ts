import { sql } from 'kysely'
import type { CardPlace, MyCard, WallCard } from '../../../contract/mailbox'
import type { Db } from '../../database/connect'

type After = readonly [at: string, id: string] | undefined
/** With the moment that the list goes by. */
type Listed<T> = T & { readonly at: string }

/** What a card tells of its writer: the nickname when it was wanted, and never more. */
export const signature = sql`case when c.named then p.nickname end as by`

/** Cards on the wall of the open towns, the newest first; one more than `limit`. */
export async function findWall(db: Db, townCode: string | undefined, before: After, limit: number): Promise<Listed<WallCard>[]> {
  const past = before ? sql`and (c.decided_at, c.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  const { rows } = await sql<Listed<WallCard>>`
    select c.id, c.text, ${signature}, c.site_code as "siteId", s.name as "siteName", c.day, c.decided_at as at
    from mailbox_cards c join towns t on t.code = c.town_code and t.prefix is not null
    join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    join persons p on p.id = c.person_id
    where c.state = 'shown' ${townCode ? sql`and c.town_code = ${townCode}` : sql``} ${past}
    order by c.decided_at desc, c.id desc limit ${limit + 1}`.execute(db)
  return rows
}

/** The person's cards but for those taken back, the newest first; one more than `limit`. */
export async function findMine(db: Db, personId: string, before: After, limit: number): Promise<Listed<MyCard>[]> {
  const past = before ? sql`and (c.written_at, c.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  const { rows } = await sql<Listed<MyCard>>`
    select c.id, c.text, c.named, c.site_code as "siteId", s.name as "siteName", c.day, c.state, c.word, c.written_at as at
    from mailbox_cards c join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    where c.person_id = ${personId}::uuid and c.state <> 'taken_back' ${past}
    order by c.written_at desc, c.id desc limit ${limit + 1}`.execute(db)
  return rows
}

export interface Place extends CardPlace {
  readonly townCode: string
}

/** Check-ins of the person that may carry a card: at a red mailbox, or of today anywhere. Only the one with the id, when it is given. */
export async function findPlaces(db: Db, personId: string, today: string, checkInId: string | null = null): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select c.town_code as "townCode", c.id as "checkInId", c.site_code as "siteId", s.name as "siteName", c.day
    from study_check_ins c join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    where c.person_id = ${personId}::uuid and c.state <> 'refused' and (c.day = ${today}::date or s.kind = 'red_mailbox')
      ${checkInId ? sql`and c.id = ${checkInId}::uuid` : without}
    order by c.at desc, c.id desc limit 10`.execute(db)
  return rows
}

const without = sql`and not exists (select 1 from mailbox_cards m
  where m.town_code = c.town_code and m.check_in_id = c.id and m.state in ('waiting', 'shown'))`

/** How many cards the person has written on the day, whatever became of them. */
export async function countOfDay(tx: Db, personId: string, day: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from mailbox_cards
    where person_id = ${personId}::uuid and written_at >= ${since.toISOString()}::timestamptz and day = ${day}::date`.execute(tx)
  return rows[0]?.count ?? 0
}

export interface NewCard {
  readonly id: string
  readonly personId: string
  readonly text: string
  readonly named: boolean
  readonly day: string
}

/** Writes the card. False when the check-in has one. */
export async function insertCard(tx: Db, { townCode, siteId, checkInId }: Place, card: NewCard, now: Date): Promise<boolean> {
  const { id, personId, text, named, day } = card
  const added = await tx
    .insertInto('mailbox_cards')
    .values({
      ...{ town_code: townCode, id, site_code: siteId, check_in_id: checkInId, person_id: personId },
      ...{ text, named, day, written_at: now.toISOString(), state: 'waiting' },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Takes a card of the person back, with its words. False when there is none. */
export async function takeBack(tx: Db, personId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    update mailbox_cards set state = 'taken_back', text = null
    where id = ${id}::uuid and person_id = ${personId}::uuid and state <> 'taken_back' returning id`.execute(tx)
  return rows.length > 0
}
