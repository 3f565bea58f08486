import { type Kysely, sql } from 'kysely'
import type { Settings } from '../settings'
import { openPglite } from './pglite'
import { openPostgres } from './postgres'
import type { DB } from './tables'

/** The database or a transaction of it; queries take it first. */
export type Db = Kysely<DB>

export interface Database {
  readonly db: Db
  readonly engine: 'pglite' | 'postgres'
  /** Calls back with each payload that any process sends with NOTIFY on the channel. While `onState` has said false, payloads may be missed. */
  listen(channel: string, onPayload: (payload: string) => void, onState: (listening: boolean) => void): Promise<void>
  close(): Promise<void>
}

/** Opens PostgreSQL when DATABASE_URL is set, else the embedded database under DATA_DIR. Throws when it cannot. */
export async function openDatabase(settings: Settings): Promise<Database> {
  return settings.DATABASE_URL ? openPostgres(settings) : openPglite(settings.DATA_DIR)
}

/** Rejects unless the database answers. */
export async function ping(db: Db): Promise<void> {
  await sql`select 1`.execute(db)
}
