import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buildApp } from '../../server/app'
import { openDatabase } from '../../server/database/connect'
import { seedDemo, seedDemoBoards } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { type Running, startProgram } from '../helpers/program'
import { env } from './endpoints'
import { ratio } from './load'
import { record } from './record'
import { signIn } from './story'
import type { Row } from './table'

const board = '/api/v1/boards/GARB.RA.TOP'
const searched = `${board}?q=absc`
const unit = `${board}/units/310112008012`
const mine = '/api/v1/boards/mine'

/** What residents read of the boards, against its floor: a board of 58, one's own place, and the places on all boards. */
export async function measureBoards(databaseUrl: string): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-bench-'))
  const settings = readSettings(env(databaseUrl, dataDir))
  const database = await openDatabase(settings)
  try {
    await migrate(database.db)
    await seedDemo(database.db, new Date(), (await layFoundation({ settings, database })).sealer)
    await seedDemoBoards(database.db, new Date())
    const server = await startProgram(['dist/server/main.mjs'], env(databaseUrl, dataDir))
    try {
      const headers = await signIn(server.address, 'resident')
      const app = await buildApp({ settings, database })
      const recorded = (url: () => string) => record(app, () => ({ method: 'GET', url: url(), headers }))
      let length = 100
      const routes = [
        // A page that was sent is kept: each time one of another length, so that all of it is read.
        { name: 'board', statements: await recorded(() => `${board}?limit=${length++}`) },
        { name: 'search', statements: await recorded(() => searched) },
        { name: 'unit', statements: await recorded(() => unit) },
        { name: 'mine', statements: await recorded(() => mine) },
      ]
      await app.close()
      const plan = path.join(dataDir, 'floor.json')
      await writeFile(plan, JSON.stringify({ databaseUrl, routes }))
      const floor = await startProgram(['dist/bench/floor.mjs', plan])
      try {
        return await compare(server, floor, headers, (name) => routes.find((route) => route.name === name)?.statements.length ?? 0)
      } finally {
        await floor.stop()
      }
    } finally {
      await server.stop()
    }
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function compare(
  server: Running,
  floor: Running,
  headers: { authorization: string },
  statements: (name: string) => number,
): Promise<Row[]> {
  const against = async (name: string, url: string, what: string): Promise<Row> => {
    const { ratio: figure, ...speed } = await ratio({ url: server.address + url, headers }, { url: `${floor.address}/${name}` })
    const note = `${Math.round(speed.ours)} / ${Math.round(speed.floor)} a second, ${statements(name)} statements`
    return { what: `${what} / floor`, figure, target: '>= 0.70', met: figure >= 0.7, note }
  }
  return [
    await against('board', board, 'GET board of 58'),
    await against('search', searched, 'GET board, a name looked for'),
    await against('unit', unit, 'GET unit on a board'),
    await against('mine', mine, 'GET my places on all boards'),
    await known(server.address, floor.address),
  ]
}

/** What a phone has already. */
async function known(ours: string, floor: string): Promise<Row> {
  const at = async (url: string) => ({ url, headers: { 'if-none-match': (await fetch(url)).headers.get('etag') ?? '' } })
  const hit = await at(ours + board)
  const { ratio: figure, ...speed } = await ratio(hit, await at(`${floor}/board-known`))
  const bare = await ratio(hit, await at(`${floor}/known`), 3)
  const note = `${Math.round(speed.ours)} / ${Math.round(speed.floor)} a second; ${bare.ratio.toFixed(2)} of a bare 304 that reads nothing`
  return { what: 'GET board, ETag known / floor with @fastify/etag', figure, target: '>= 0.85', met: figure >= 0.85, note }
}
