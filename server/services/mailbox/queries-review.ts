import { type RawBuilder, sql } from 'kysely'
import type { CardState, WallCard } from '../../../contract/mailbox'
import type { Db } from '../../database/connect'
import { signature } from './queries'
import type { Sight } from './rules'

type Listed = WallCard & { readonly at: string }
type Bound = readonly [at: string, id: string] | undefined

/** Cards in sight without one's own, in a state; `at` is the moment that the list goes by. */
async function findInSight(
  db: Db,
  { personId, townCode, sites, isEditor }: Sight,
  { state, at, past, order }: Record<'state' | 'at' | 'past' | 'order', RawBuilder<unknown>>,
  limit: number,
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`
    select c.id, c.text, ${signature}, c.site_code as "siteId", s.name as "siteName", c.day, ${at} as at
    from mailbox_cards c join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    join persons p on p.id = c.person_id
    where c.town_code = ${townCode} and c.state = ${state} and c.person_id <> ${personId}::uuid
      ${isEditor ? sql`` : sql`and c.site_code = any(${[...sites]}::text[])`} ${past}
    order by ${order} limit ${limit + 1}`.execute(db)
  return rows
}

/** Cards in sight that wait, the oldest first; one more than `limit`. */
export function findQueue(db: Db, sight: Sight, after: Bound, limit: number): Promise<Listed[]> {
  const past = after ? sql`and (c.written_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  return findInSight(db, sight, { state: sql`'waiting'`, at: sql`c.written_at`, past, order: sql`c.written_at, c.id` }, limit)
}

/** Cards in sight that hang on the wall, the newest first; one more than `limit`. */
export function findHanging(db: Db, sight: Sight, before: Bound, limit: number): Promise<Listed[]> {
  const past = before ? sql`and (c.decided_at, c.id) < (${before[0]}::timestamptz, ${before[1]}::uuid)` : sql``
  return findInSight(db, sight, { state: sql`'shown'`, at: sql`c.decided_at`, past, order: sql`c.decided_at desc, c.id desc` }, limit)
}

/** A card as its reviewer needs it. */
export interface Reviewed {
  readonly townCode: string
  readonly siteId: string
  readonly siteName: string
  readonly personId: string
  readonly day: string
  readonly state: CardState | 'taken_back'
}

export async function findCard(db: Db, id: string): Promise<Reviewed | undefined> {
  const { rows } = await sql<Reviewed>`
    select c.town_code as "townCode", c.site_code as "siteId", s.name as "siteName", c.person_id as "personId", c.day, c.state
    from mailbox_cards c join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    where c.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export interface Decision {
  readonly id: string
  readonly deciderId: string
  readonly shows: boolean
  readonly word: string | null
}

/** Decides on a card that waits for it. False when it does not, or not any more. */
export async function setDecision(tx: Db, { id, deciderId, shows, word }: Decision, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update mailbox_cards set state = ${shows ? 'shown' : 'returned'}, decided_by = ${deciderId}::uuid,
      decided_at = ${now.toISOString()}::timestamptz, word = ${word}
    where id = ${id}::uuid and state = 'waiting' returning id`.execute(tx)
  return rows.length > 0
}

/** Takes down a card that hangs on the wall. False when it does not, or not any more. */
export async function setTakenDown(tx: Db, { id, deciderId, word }: Omit<Decision, 'shows'>, now: Date): Promise<boolean> {
  const { rows } = await sql`
    update mailbox_cards set state = 'taken_down', taken_down_by = ${deciderId}::uuid, taken_down_at = ${now.toISOString()}::timestamptz,
      word = ${word}
    where id = ${id}::uuid and state = 'shown' returning id`.execute(tx)
  return rows.length > 0
}
