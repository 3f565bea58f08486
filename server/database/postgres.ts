import { createHash } from 'node:crypto'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import pg from 'pg'
import type { Settings } from '../settings'
import type { Database } from './connect'
import type { DB } from './tables'
import { timestampText } from './timestamp-text'

const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, timestampText)
types.setTypeParser(pg.types.builtins.INT8, Number)
types.setTypeParser(pg.types.builtins.DATE, (text) => text)

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

const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>()

function naming(client: pg.PoolClient): PostgresPoolClient {
  let named = wrapped.get(client)
  if (!named) {
    named = {
      query: ((text: string, values: readonly unknown[]) =>
        client.query(
          values.length > 0 ? { name: nameOf(text), text, values: [...values] } : text,
        )) as unknown as PostgresPoolClient['query'],
      release: () => client.release(),
    }
    wrapped.set(client, named)
  }
  return named
}

/** PostgreSQL through a pool; LISTEN on a connection of its own that comes back by itself. */
export async function openPostgres(settings: Settings): Promise<Database> {
  const config: pg.PoolConfig = {
    connectionString: settings.DATABASE_URL,
    max: settings.DATABASE_POOL,
    types,
    options: '-c timezone=UTC -c statement_timeout=30000 -c idle_in_transaction_session_timeout=30000',
    connectionTimeoutMillis: 5000,
    keepAlive: true,
  }
  const pool = new pg.Pool(config)
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => {})
  const asked: PostgresPool = settings.NAMED_STATEMENTS
    ? { connect: async () => naming(await pool.connect()), end: () => pool.end() }
    : (pool as unknown as PostgresPool)
  const listeners: Listener[] = []
  return {
    db: new Kysely<DB>({ dialect: new PostgresDialect({ pool: asked }) }),
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

class Listener {
  private client: pg.Client | undefined
  private timer: NodeJS.Timeout | undefined
  private closed = false

  constructor(
    private readonly config: pg.ClientConfig,
    private readonly channel: string,
    private readonly onPayload: (payload: string) => void,
    private readonly onState: (listening: boolean) => void,
  ) {}

  async open(): Promise<void> {
    const client = new pg.Client(this.config)
    this.client = client
    client.on('notification', (message) => this.onPayload(message.payload ?? ''))
    client.on('error', () => {})
    client.on('end', () => this.comeBack())
    await client.connect()
    await client.query(`listen ${pg.escapeIdentifier(this.channel)}`)
    this.onState(true)
  }

  async close(): Promise<void> {
    this.closed = true
    clearTimeout(this.timer)
    await this.client?.end()
  }

  private comeBack(): void {
    if (this.closed) return
    this.onState(false)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.open().catch(() => this.comeBack()), 1000)
    this.timer.unref()
  }
}
