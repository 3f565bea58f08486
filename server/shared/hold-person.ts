import { sql } from 'kysely'
import type { Db } from '../database/connect'

/** Keeps what is settled one after the other for a person (caps of a day, badges) to oneself until the transaction ends. */
export async function holdPerson(tx: Db, personId: string): Promise<void> {
  // Rows that refer to the person may still be written: only the key is not to change.
  await sql`select 1 from persons where id = ${personId}::uuid for no key update`.execute(tx)
}
