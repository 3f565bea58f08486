import { sql } from 'kysely'
import type { Message } from '../../../contract/account'
import type { Db } from '../../database/connect'

/** Messages of the person, newest first, one more than `limit`. */
export async function findMessages(
  db: Db,
  personId: string,
  before: readonly [createdAt: string, id: string] | undefined,
  limit: number,
): Promise<Message[]> {
  const { rows } = await sql<Message>`
    select id, title, body, link, created_at as "createdAt", read_at as "readAt" from messages
    where person_id = ${personId} and (created_at, id) < (${before?.[0] ?? 'infinity'}::timestamptz, ${before?.[1] ?? last}::uuid)
    order by created_at desc, id desc limit ${limit + 1}`.execute(db)
  return rows
}

const last = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

export async function countUnread(db: Db, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from messages where person_id = ${personId} and read_at is null`.execute(db)
  return rows[0]?.count ?? 0
}

/** Marks the messages as read; all of them when `ids` is null. */
export async function markRead(tx: Db, now: Date, personId: string, ids: readonly string[] | null): Promise<void> {
  await sql`
    update messages set read_at = ${now.toISOString()}
    where person_id = ${personId} and read_at is null and (${ids === null} or id = any(${ids ? [...ids] : []}::uuid[]))`.execute(tx)
}
