import { sql } from 'kysely'
import type { Db } from '../database/connect'
import { newId } from './id'

export interface Access {
  readonly townCode: string
  readonly readerId: string
  /** Whose data it is. */
  readonly subjectId: string
  /** report-contact, canteen-guest, canteen-papers, canteen-address */
  readonly what: string
  /** What it was needed for: the id of a report, the code of a canteen. */
  readonly matter: string
}

/** Writes down that somebody read personal data, in the transaction that reads it. */
export async function logAccess(tx: Db, { townCode, readerId, subjectId, what, matter }: Access, now: Date): Promise<void> {
  await sql`
    insert into access_log (town_code, id, at, reader_id, subject_id, what, matter)
    values (${townCode}, ${newId()}, ${now.toISOString()}, ${readerId}, ${subjectId}, ${what}, ${matter})`.execute(tx)
}
