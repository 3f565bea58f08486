import type { Db } from '../database/connect'
import { newId } from './id'

export interface Told {
  readonly title: string
  readonly body: string
  /** Page of the app, e.g. /pages/report/detail/index?id=... */
  readonly link: string | null
}

/** Writes a message into the inbox of each person, once each, within the transaction of what happened. */
export async function tell(tx: Db, now: Date, personIds: Iterable<string>, told: Told): Promise<void> {
  const rows = [...new Set(personIds)].map((person_id) => ({ person_id, id: newId(), ...told, created_at: now.toISOString() }))
  if (rows.length > 0) await tx.insertInto('messages').values(rows).execute()
}
