import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { startProgram } from '../helpers/program'
import { env } from './endpoints'
import { type Guest, newGuests } from './guests'
import { type BenchMeal, mealBody, openMeals, setPortions } from './meals'
import { freshKey } from './story'
import type { Row } from './table'

const guestCount = 1000
const portions = 300

/** Eleven o'clock: a thousand guests reach for three hundred portions in one burst, on each engine. */
export async function measureRush(databaseUrl: string): Promise<Row[]> {
  return [await rush('PostgreSQL', databaseUrl), await rush('PGlite', '')]
}

async function rush(engine: string, databaseUrl: string): Promise<Row> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-rush-'))
  try {
    const { meal, guests } = await prepare(databaseUrl, dataDir)
    const server = await startProgram(['dist/server/main.mjs'], env(databaseUrl, dataDir))
    const answers = await burst(server.address, guests, meal).finally(() => server.stop())
    const booked = answers.filter(({ status }) => status === 201).length
    const refused = answers.filter(({ status }) => status === 409).length
    const times = answers.map(({ ms }) => ms).sort((a, b) => a - b)
    const at = (share: number) => `${Math.round(times[Math.floor(times.length * share) - 1] ?? Number.NaN)} ms`
    return {
      what: `orders of ${guestCount} guests at once for ${portions} portions, ${engine}`,
      figure: booked,
      target: `= ${portions}`,
      met: booked === portions && refused === guestCount - portions,
      note: `p50 ${at(0.5)}, p99 ${at(0.99)}, ${refused} told what is left`,
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

async function prepare(databaseUrl: string, dataDir: string): Promise<{ meal: BenchMeal; guests: Guest[] }> {
  const settings = readSettings(env(databaseUrl, dataDir))
  const database = await openDatabase(settings)
  try {
    await migrate(database.db)
    await seedDemo(database.db, new Date(), (await layFoundation({ settings, database })).sealer)
    const [meal] = (await openMeals(database.db, 1)) as [BenchMeal]
    await setPortions(database.db, meal, portions)
    return { meal, guests: await newGuests(settings, database, guestCount) }
  } finally {
    await database.close()
  }
}

async function burst(address: string, guests: readonly Guest[], meal: BenchMeal): Promise<{ status: number; ms: number }[]> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: guests.length })
  const book = (guest: Guest) =>
    new Promise<{ status: number; ms: number }>((resolve, reject) => {
      const start = performance.now()
      const headers = { ...guest.headers, ...freshKey(), 'content-type': 'application/json' }
      const request = http.request(`${address}/api/v1/orders`, { method: 'POST', agent, headers }, (response) => {
        response.resume()
        response.on('end', () => resolve({ status: response.statusCode ?? 0, ms: performance.now() - start }))
      })
      request.on('error', reject)
      request.end(mealBody(meal))
    })
  const answers = await Promise.all(guests.map(book))
  agent.destroy()
  return answers
}
