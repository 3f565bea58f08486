import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../database/connect'
import { newId } from './id'

export interface Told {
  readonly title: string
  readonly body: string
  /** Page of the app, e.g. /pages/report/detail/index?id=... */
  readonly link: string | null
}

export interface Letter extends Told {
  readonly personId: string
}

/** Writes a message into the inbox of each person, once each, within the transaction of what happened. */
export async function tell(tx: Db, now: Date, personIds: Iterable<string>, told: Told): Promise<void> {
  await tellEach(
    tx,
    now,
    [...new Set(personIds)].map((personId) => ({ personId, ...told })),
  )
}

/** Writes letters that differ from person to person, in one statement. */
export async function tellEach(tx: Db, now: Date, letters: readonly Letter[]): Promise<void> {
  if (letters.length === 0) return
  await sql`
    insert into messages (person_id, id, title, body, link, created_at)
    select person_id, id, title, body, link, ${now.toISOString()} from ${letterRows(letters)}`.execute(tx)
}

/** The letters as rows of a FROM list: person_id, id, title, body, link. For a statement that tells of what it does itself. */
export function letterRows(letters: readonly Letter[]): RawBuilder<unknown> {
  const column = <T>(value: (letter: Letter) => T) => letters.map(value)
  return sql`unnest(${column((letter) => letter.personId)}::uuid[], ${letters.map(newId)}::uuid[], ${column((letter) => letter.title)}::text[],
    ${column((letter) => letter.body)}::text[], ${column((letter) => letter.link)}::text[]) as letter (person_id, id, title, body, link)`
}
