import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import type { Persona } from '../../contract/account'
import { type Db, openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { type Running, startProgram } from '../helpers/program'
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

/** p95 of the lists with 1,000,000 reports against 10,000, in two databases of one PostgreSQL, measured in turn. */
export async function measureGrowth(fewUrl: string, manyUrl: string): Promise<Row[]> {
  const few = await startFilled(fewUrl, 10_000)
  const many = await startFilled(manyUrl, 1_000_000)
  try {
    const rows: Row[] = []
    for (const list of lists) rows.push(await compare(list, few.address, many.address))
    return rows
  } finally {
    await few.stop()
    await many.stop()
  }
}

/** A server on a database with so many reports, settled: nothing of the filling is still being written. */
async function startFilled(databaseUrl: string, count: number): Promise<Running> {
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
  const { sealer } = await layFoundation({ settings, database })
  await seedDemo(database.db, new Date(), sealer)
  await fillReports(database.db, count)
  await giveSome(database.db)
  await sql`checkpoint`.execute(database.db)
  await database.close()
  const server = await startProgram(['dist/server/main.mjs'], env)
  return {
    ...server,
    async stop() {
      await server.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The resident has reported a hundred of them, whatever the town's number is. */
async function giveSome(db: Db): Promise<void> {
  await sql`
    update reports set reporter_id = (select id from persons where demo_persona = 'resident')
    where id in (select id from reports where town_code = (select town_code from persons where demo_persona = 'resident') limit 100)`.execute(
    db,
  )
}

async function compare({ name, persona, query }: (typeof lists)[number], few: string, many: string): Promise<Row> {
  const target = async (address: string) => ({ url: `${address}/api/v1/reports?${query}`, headers: await signIn(address, persona) })
  const shown = async ({ url, headers }: Awaited<ReturnType<typeof target>>) =>
    ((await (await fetch(url, { headers })).json()) as { items: unknown[] }).items.length
  const [less, more] = [await target(few), await target(many)]
  // Where a few reports do not fill a page, as many are asked for of the many: the way to them is compared, not the length of the page.
  const items = await shown(less)
  more.url += `&limit=${items}`
  if (items === 0 || (await shown(more)) !== items) throw new Error(`${name}: nothing to compare`)
  await load(less, 2, 2)
  await load(more, 2, 2)
  const rounds: { less: number; more: number }[] = []
  for (let round = 0; round < 9; round += 1) rounds.push({ less: (await load(less, 2, 2)).p95, more: (await load(more, 2, 2)).p95 })
  const figure = median(rounds.map((round) => round.more / round.less))
  const note = `${median(rounds.map((round) => round.more)).toFixed(2)} / ${median(rounds.map((round) => round.less)).toFixed(2)} ms, ${items} shown`
  return { what: `p95 of ${name}, 1,000,000 / 10,000 reports`, figure, target: '<= 2.00', met: figure <= 2, note }
}
