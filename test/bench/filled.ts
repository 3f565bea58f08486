import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { type Database, openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings, type Settings } from '../../server/settings'
import { type Running, startProgram } from '../helpers/program'
import { env } from './endpoints'

/** A server with the demo town and what `fill` has put there, settled: nothing of the filling is still being written. */
export async function startFilled<T>(
  databaseUrl: string,
  fill: (database: Database, settings: Settings) => Promise<T>,
): Promise<Running & { readonly made: T }> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-growth-'))
  const settings = readSettings(env(databaseUrl, dataDir))
  const database = await openDatabase(settings)
  await migrate(database.db)
  await seedDemo(database.db, new Date(), (await layFoundation({ settings, database })).sealer)
  const made = await fill(database, settings)
  await sql`checkpoint`.execute(database.db)
  await database.close()
  const server = await startProgram(['dist/server/main.mjs'], env(databaseUrl, dataDir))
  return {
    ...server,
    made,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
