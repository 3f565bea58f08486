import path from 'node:path'
import { PGlite, type PGliteInterface, types } from '@electric-sql/pglite'
import { Mutex } from 'async-mutex'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { Database } from './connect'
import { takeFolder } from './folder-lock'
import type { DB } from './tables'
import { timestampText } from './timestamp-text'

const parsers = { [types.TIMESTAMPTZ]: timestampText, [types.INT8]: Number, [types.DATE]: (text: string) => text }

/** The embedded database in the folder, or in memory without one. Throws FolderTaken when another process has it. */
export async function openPglite(dataDir?: string): Promise<Database> {
  const release = dataDir ? await takeFolder(dataDir) : async () => {}
  try {
    const pglite = await PGlite.create({ ...(dataDir ? { dataDir: path.join(dataDir, 'pglite') } : {}), parsers })
    await pglite.exec(`set time zone 'UTC'`)
    return pgliteDatabase(pglite, release)
  } catch (error) {
    await release()
    throw error
  }
}

/** The Kysely handle on a PGlite that is already open. */
export function pgliteDatabase(pglite: PGliteInterface, release: () => Promise<void> = async () => {}): Database {
  return {
    db: new Kysely<DB>({ dialect: pgliteDialect(pglite) }),
    engine: 'pglite',
    async listen(channel, onPayload, onState) {
      await pglite.listen(channel, onPayload)
      onState(true)
    },
    async close() {
      await pglite.close()
      await release()
    },
  }
}

/** PGlite has one connection: it is handed out under a mutex, and a transaction keeps it to its end. */
function pgliteDialect(pglite: PGliteInterface): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PgliteDriver(pglite),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  }
}

class PgliteDriver implements Driver {
  private readonly mutex = new Mutex()
  private readonly connection: DatabaseConnection

  constructor(pglite: PGliteInterface) {
    this.connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const { rows, affectedRows } = await pglite.query<R>(query.sql, [...query.parameters])
        return { rows, numAffectedRows: BigInt(affectedRows ?? 0) }
      },
      streamQuery() {
        throw new Error('PGlite does not stream.')
      },
    }
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    await this.mutex.acquire()
    return this.connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {
    this.mutex.release()
  }

  async destroy(): Promise<void> {}
}
