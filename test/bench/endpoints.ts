import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { InjectOptions } from 'fastify'
import type { Persona } from '../../contract/account'
import { buildApp } from '../../server/app'
import { openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { startProgram } from '../helpers/program'
import { ratio, type Target } from './load'
import { record } from './record'
import { fillReports } from './rows'
import { freshKey, reportBody, signIn } from './story'
import type { Row } from './table'

interface Endpoint {
  readonly name: string
  readonly persona: Persona
  readonly path: string
  readonly writes?: true
  readonly target: number
}

/** Settings of a server to be measured: nothing limits the callers. */
export const env = (databaseUrl: string, dataDir: string) => ({
  DEMO: 'true',
  PORT: '0',
  SECRET_KEY: 'a-secret-for-the-benchmark-0123456789',
  DATABASE_URL: databaseUrl,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  REQUESTS_PER_MINUTE: '100000000',
  REPORTS_PER_DAY: '100000000',
})

/** Our endpoints against their floor, requests a second in turn. */
export async function measureEndpoints(databaseUrl: string): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-bench-'))
  const settings = readSettings(env(databaseUrl, dataDir))
  const database = await openDatabase(settings)
  try {
    await migrate(database.db)
    const foundation = await layFoundation({ settings, database })
    await seedDemo(database.db, new Date(), foundation.sealer)
    await fillReports(database.db, 20_000)
    const someReport = await database.db
      .selectFrom('reports')
      .select('id')
      .where('compound_code', '=', 'CP31011200801201')
      .where('privacy', '=', 'normal')
      .where('state', '=', 'closed')
      .executeTakeFirstOrThrow()
    return await compare(settings, database, dataDir, [
      { name: 'report', persona: 'resident', path: '/reports', writes: true, target: 0.6 },
      { name: 'mine', persona: 'resident', path: '/reports?scope=mine', target: 0.7 },
      { name: 'near', persona: 'neighbour', path: '/reports?scope=near', target: 0.7 },
      { name: 'worklist', persona: 'grid_worker', path: '/reports?scope=worklist', target: 0.7 },
      { name: 'detail', persona: 'neighbour', path: `/reports/${someReport.id}`, target: 0.7 },
    ])
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function compare(
  settings: ReturnType<typeof readSettings>,
  database: Awaited<ReturnType<typeof openDatabase>>,
  dataDir: string,
  endpoints: readonly Endpoint[],
): Promise<Row[]> {
  const server = await startProgram(['dist/server/main.mjs'], env(settings.DATABASE_URL, dataDir))
  try {
    const app = await buildApp({ settings, database })
    const signed = new Map<Persona, { authorization: string }>()
    for (const { persona } of endpoints) if (!signed.has(persona)) signed.set(persona, await signIn(server.address, persona))
    const routes = []
    for (const { name, persona, path: url, writes } of endpoints) {
      const headers = { ...signed.get(persona), ...(writes ? { 'content-type': 'application/json' } : {}) }
      const request = (): InjectOptions => ({
        method: writes ? 'POST' : 'GET',
        url: `/api/v1${url}`,
        headers: { ...headers, ...(writes ? freshKey() : {}) },
        ...(writes ? { payload: reportBody() } : {}),
      })
      routes.push({ name, statements: await record(app, request) })
    }
    const plan = path.join(dataDir, 'floor.json')
    await writeFile(plan, JSON.stringify({ databaseUrl: settings.DATABASE_URL, routes }))
    const floor = await startProgram(['dist/bench/floor.mjs', plan])
    try {
      const rows: Row[] = []
      for (const endpoint of endpoints) {
        const statements = routes.find((route) => route.name === endpoint.name)?.statements.length
        const { ours, theirs } = targets(endpoint, server.address, floor.address, signed.get(endpoint.persona)?.authorization ?? '')
        const result = await ratio(ours, theirs)
        rows.push({
          what: `${endpoint.writes ? 'POST' : 'GET'} ${endpoint.name} / floor`,
          figure: result.ratio,
          target: `>= ${endpoint.target.toFixed(2)}`,
          met: result.ratio >= endpoint.target,
          note: `${Math.round(result.ours)} / ${Math.round(result.floor)} a second, ${statements} statements`,
        })
      }
      return rows
    } finally {
      await floor.stop()
      await app.close()
    }
  } finally {
    await server.stop()
  }
}

function targets(
  { name, path: url, writes }: Endpoint,
  ours: string,
  floor: string,
  authorization: string,
): { ours: Target; theirs: Target } {
  if (!writes) return { ours: { url: `${ours}/api/v1${url}`, headers: { authorization } }, theirs: { url: `${floor}/${name}` } }
  const post = { method: 'POST', body: reportBody } as const
  return {
    ours: { ...post, url: `${ours}/api/v1${url}`, headers: { authorization, 'content-type': 'application/json' }, freshHeaders: freshKey },
    theirs: { ...post, url: `${floor}/${name}`, headers: { 'content-type': 'application/json' } },
  }
}
