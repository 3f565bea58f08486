import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { buildApp } from '../../server/app'
import { openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { readSettings } from '../../server/settings'
import { startProgram } from '../helpers/program'
import { env } from './endpoints'
import { newGuests, someone } from './guests'
import { ratio, type Target } from './load'
import { type BenchMeal, gubei, mealBody, openMeals, setPortions } from './meals'
import { record, type Statement } from './record'
import { freshKey } from './story'
import type { Row } from './table'

/** More than anybody asks for in a run; a meal has ten thousand numbers. */
const plenty = 1_000_000
const guestCount = 3000

/** Bookings and menus against their floors. Ours and the floor book different meals, so that neither runs out of the other's numbers. */
export async function measureCanteen(databaseUrl: string): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-bench-'))
  const settings = readSettings(env(databaseUrl, dataDir))
  const database = await openDatabase(settings)
  try {
    await migrate(database.db)
    await seedDemo(database.db, new Date(), (await layFoundation({ settings, database })).sealer)
    const [ours, theirs] = (await openMeals(database.db, 2)) as [BenchMeal, BenchMeal]
    for (const meal of [ours, theirs]) await setPortions(database.db, meal, plenty)
    const guests = await newGuests(settings, database, guestCount)
    const app = await buildApp({ settings, database })
    const headers = { 'content-type': 'application/json' }
    const booking = await record(app, () => ({
      method: 'POST',
      url: '/api/v1/orders',
      headers: { ...headers, ...guests[0]?.headers, ...freshKey() },
      payload: mealBody(theirs),
    }))
    let second = 0
    // A menu that was read within the second is not read again: each time other days, so that it is.
    const menu = await record(app, () => ({ method: 'GET', url: `/api/v1/canteens/${gubei}/menus?days=${7 + (second++ % 3)}` }))
    await app.close()
    const plan = path.join(dataDir, 'floor.json')
    const routes = [
      { name: 'booking', statements: guardedOf(booking) },
      { name: 'menu', statements: menu },
    ]
    await writeFile(plan, JSON.stringify({ databaseUrl, routes }))
    return await compare(dataDir, plan, databaseUrl, {
      url: '/api/v1/orders',
      method: 'POST',
      headers,
      freshHeaders: () => ({ ...freshKey(), ...someone(guests).headers }),
      body: () => mealBody(ours),
    })
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

/**
 * The single guarded statement in its transaction: what no booking can do without. The floor says every time that it is the guest's
 * first order of the meal: that much of the guard is left out, or it would book only once.
 */
const guardedOf = (statements: readonly Statement[]): Statement[] =>
  statements
    .filter(({ text }) => /^(begin|commit)\b/.test(text) || text.includes('update canteen_menus'))
    .map(({ text, values }) => ({ text: text.replace('where t.made = ', 'where t.made >= '), values }))

async function compare(dataDir: string, plan: string, databaseUrl: string, booking: Target): Promise<Row[]> {
  const server = await startProgram(['dist/server/main.mjs'], env(databaseUrl, dataDir))
  const floor = await startProgram(['dist/bench/floor.mjs', plan])
  try {
    const booked = await ratio(
      { ...booking, url: server.address + booking.url },
      { ...booking, freshHeaders: () => ({}), url: `${floor.address}/booking` },
      5,
      2,
    )
    const menuUrl = `${server.address}/api/v1/canteens/${gubei}/menus`
    const menu = await ratio({ url: menuUrl }, { url: `${floor.address}/menu` })
    const knownAt = async (url: string) => ({ url, headers: { 'if-none-match': (await fetch(url)).headers.get('etag') ?? '' } })
    const hit = await knownAt(menuUrl)
    const known = await ratio(hit, await knownAt(`${floor.address}/menu-known`))
    const bare = await ratio(hit, await knownAt(`${floor.address}/known`), 3)
    const row = (what: string, { ratio: figure, ours, floor }: typeof booked, target: number, more = ''): Row => ({
      what,
      figure,
      target: `>= ${target.toFixed(2)}`,
      met: figure >= target,
      note: `${Math.round(ours)} / ${Math.round(floor)} a second${more}`,
    })
    return [
      row('POST meal / floor (guarded statement in its transaction)', booked, 0.6),
      row('GET menus of a week / floor', menu, 0.7),
      row('GET menus, ETag known / floor with @fastify/etag', known, 0.85, `; ${bare.ratio.toFixed(2)} of a bare 304 that reads nothing`),
    ]
  } finally {
    await floor.stop()
    await server.stop()
  }
}
