import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Settings } from '../settings'
import type { Database } from './connect'
import { Listener } from './listener'
import type { DB } from './tables'
import { timestampText } from './timestamp-text'

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, timestampText)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)

/** PostgreSQL through a pool; LISTEN on a connection of its own that comes back by itself. */
export async function openPostgres(settings: Settings): Promise<Database> {
  const config: pg.PoolConfig = {
    connectionString: settings.DATABASE_URL,
    max: settings.DATABASE_POOL,
    types,
    options: `-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000${settings.NAMED_STATEMENTS ? keptPlans : ''}`,
    // In a rush a thousand wait for a connection; one that waits longer than this had better be told.
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  }
  const pool = new pg.Pool(config)
  // A connection that dies, idle in the pool or lent out between two statements, would end the process if nobody listened.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const connect = async () => borrow(await pool.connect(), settings.NAMED_STATEMENTS)
  const listeners: Listener[] = []
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } }) }),
    engine: 'postgres',
    async listen(channel, onPayload, onState) {
      const listener = new Listener(config, channel, onPayload, onState)
      listeners.push(listener)
      await listener.open()
    },
    async close() {
      await Promise.all(listeners.map((listener) => listener.close()))
      await pool.end()
    },
  }
}

/** Every query has its index whatever the values are; left to choose, PostgreSQL plans the lists anew each time once a table is big. */
const keptPlans = ' -c plan_cache_mode=force_generic_plan'

/** A little longer than the server's own limit: past it the line is dead, and nothing will tell us. */
const patience = 35_000

/** A connection of the pool for one borrower. One that failed other than by the server's word is not lent again. */
function borrow(client: pg.PoolClient, named: boolean): PostgresPoolClient {
  let broken: Error | undefined
  const query = async (text: string, values: readonly unknown[]) => {
    if (broken) throw broken
    try {
      return await client.query(statement(text, values, named))
    } catch (error) {
      if (!isWord(error)) broken = error as Error
      throw error
    }
  }
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(broken) }
}

/** The server said no and the connection is good; not so when a migration has changed what its prepared statements return. */
const isWord = (error: unknown): boolean => error instanceof pg.DatabaseError && !/cached plan must not change/.test(error.message)

/** Migrations and the like come without values and may take their time. */
function statement(text: string, values: readonly unknown[], named: boolean): pg.QueryConfig | string {
  if (values.length === 0) return /^(begin|commit|rollback)\b/.test(text) ? limited({ text }) : text
  return limited({ ...(named ? { name: nameOf(text) } : {}), text, values: [...values] })
}

const limited = (query: pg.QueryConfig): pg.QueryConfig => Object.assign(query, { query_timeout: patience })

const names = new Map<string, string>()

/** A parametrised statement is sent under a name, so each connection prepares it once (measured: 2-3 times as many a second). */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 24)
    names.set(text, name)
  }
  return name
}
