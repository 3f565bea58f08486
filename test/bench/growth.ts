import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Persona } from '../../contract/account'
import { openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { startProgram } from '../helpers/program'
import { load } from './load'
import { fillReports } from './rows'
import { signIn } from './story'
import { median, type Row } from './table'

const lists: readonly { name: string; persona: Persona; query: string }[] = [
  { name: 'mine', persona: 'resident', query: 'scope=mine' },
  { name: 'near my area', persona: 'neighbour', query: 'scope=near' },
  { name: 'near a place', persona: 'neighbour', query: 'scope=near&near=121.3072,31.1859' },
  { name: 'worklist of a grid', persona: 'grid_worker', query: 'scope=worklist' },
  { name: 'worklist of a property company', persona: 'property', query: 'scope=worklist' },
  { name: 'worklist of the town', persona: 'admin', query: 'scope=worklist' },
]

/** p95 of the lists with 1,000,000 reports against 10,000, in PostgreSQL. */
export async function measureGrowth(databaseUrl: string): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-growth-'))
  const env = {
    DEMO: 'true',
    PORT: '0',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    REQUESTS_PER_MINUTE: '100000000',
  }
  const settings = readSettings(env)
  const database = await openDatabase(settings)
  await migrate(database.db)
  const foundation = await layFoundation({ settings, database })
  await seedDemo(database.db, new Date(), foundation.sealer)
  try {
    const few = await measure(database.db, 10_000, env)
    const many = await measure(database.db, 1_000_000, env)
    return lists.map(({ name }, i) => {
      const [before, after] = [few[i] as number, many[i] as number]
      return {
        what: `p95 of ${name}, 1,000,000 / 10,000 reports`,
        figure: after / before,
        target: '<= 2.00',
        met: after <= 2 * before,
        note: `${after.toFixed(2)} / ${before.toFixed(2)} ms`,
      }
    })
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function measure(db: Parameters<typeof fillReports>[0], count: number, env: Record<string, string>): Promise<number[]> {
  await fillReports(db, count)
  // The resident has some of the matters too, as many as anybody.
  const server = await startProgram(['dist/server/main.mjs'], env)
  try {
    const p95s: number[] = []
    for (const { persona, query } of lists) {
      const target = { url: `${server.address}/api/v1/reports?${query}`, headers: await signIn(server.address, persona) }
      await load(target, 2, 2)
      const rounds = [await load(target, 3, 2), await load(target, 3, 2), await load(target, 3, 2)]
      p95s.push(median(rounds.map((round) => round.p95)))
    }
    return p95s
  } finally {
    await server.stop()
  }
}
