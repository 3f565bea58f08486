import { sql } from 'kysely'
import type { WallCard } from '../../../contract/mailbox'
import type { Db } from '../../database/connect'
import { signature } from './queries'
import type { Sight } from './rules'

/** Cards in sight that wait, the oldest first, without one's own; one more than `limit`. */
export async function findQueue(
  db: Db,
  { personId, townCode, sites, isEditor }: Sight,
  after: readonly [at: string, id: string] | undefined,
  limit: number,
): Promise<(WallCard & { readonly at: string })[]> {
  const past = after ? sql`and (c.written_at, c.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``
  const { rows } = await sql<WallCard & { readonly at: string }>`
    select c.id, c.text, ${signature}, c.site_code as "siteId", s.name as "siteName", c.day, c.written_at as at
    from mailbox_cards c join study_sites s on s.town_code = c.town_code and s.code = c.site_code
    join persons p on p.id = c.person_id
    where c.town_code = ${townCode} and c.state = 'waiting' and c.person_id <> ${personId}::uuid
      ${isEditor ? sql`` : sql`and c.site_code = any(${[...sites]}::text[])`} ${past}
    order by c.written_at, c.id limit ${limit + 1}`.execute(db)
  return rows
}

export interface Waiting {
  readonly townCode: string
  readonly siteId: string
  readonly siteName: string
  readonly personId: string
  readonly day: string
  readonly state: 'waiting' | 'shown' | 'returned' | 'taken_back'
}

export async function findCard(db: Db, id: string): Promise<Waiting | undefined> {
  const { rows } = await sql<Waiting>`
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
