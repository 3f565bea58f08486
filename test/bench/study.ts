import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { buildApp } from '../../server/app'
import { type Db, openDatabase } from '../../server/database/connect'
import { seedDemo } from '../../server/database/demo/seed'
import { migrate } from '../../server/database/migrate'
import { layFoundation } from '../../server/foundation'
import { createStudyCodes, stepAt } from '../../server/services/study/study-code'
import { readSettings } from '../../server/settings'
import { startProgram } from '../helpers/program'
import { corner, north } from '../helpers/study'
import { env } from './endpoints'
import { type Guest, newGuests } from './guests'
import { ratio, type Target } from './load'
import { record } from './record'
import { freshKey } from './story'
import type { Row } from './table'

/** More than come in a run: everybody checks in once. */
const guestCount = 15_000
const nearest = `/api/v1/sites?near=${corner.lng},${corner.lat}`

/** Check-ins at one site and its nearest ones against their floors. Ours and the floor's are other people. */
export async function measureStudy(databaseUrl: string): Promise<Row[]> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-bench-'))
  const settings = readSettings(env(databaseUrl, dataDir))
  const database = await openDatabase(settings)
  try {
    await migrate(database.db)
    const { sealer, keys } = await layFoundation({ settings, database })
    await seedDemo(database.db, new Date(), sealer)
    // What is closed does not count at once.
    await sql`update study_hours set opens_minute = 0, closes_minute = 1440 where site_code = ${corner.id}`.execute(database.db)
    const codes = createStudyCodes(keys.study)
    const bodyOf = (device: string) =>
      JSON.stringify({ code: codes.screen(corner.id, stepAt(new Date())), location: north(corner, 30), minutes: 20, device })
    const [ours, theirs] = [await newGuests(settings, database, guestCount), await newGuests(settings, database, guestCount)]
    const app = await buildApp({ settings, database })
    const headers = { 'content-type': 'application/json' }
    const first = theirs.splice(0, 3)
    let turn = 0
    const checkIn = await record(
      app,
      () => {
        const guest = first[turn++] as Guest
        const payload = bodyOf(guest.person)
        return { method: 'POST', url: '/api/v1/check-ins', headers: { ...headers, ...guest.headers, ...freshKey() }, payload }
      },
      namedOf(first.at(-1) as Guest),
    )
    const sites = await record(app, () => ({ method: 'GET', url: nearest }))
    await app.close()
    const given = theirs.map(({ person, session }) => ({ person, session, device: deviceOf(person) }))
    const routes = [
      { name: 'check-in', statements: checkIn, given },
      { name: 'nearest', statements: sites },
    ]
    const plan = path.join(dataDir, 'floor.json')
    await writeFile(plan, JSON.stringify({ databaseUrl, routes }))
    let next = 0
    const someone = () => ours[next++ % ours.length] as Guest
    // The two of a request are made one after the other: its headers, then its body.
    let guest = someone()
    const rows = await compare(dataDir, plan, databaseUrl, checkIn.length, {
      url: '/api/v1/check-ins',
      method: 'POST',
      headers,
      freshHeaders: () => {
        guest = someone()
        return { ...freshKey(), ...guest.headers }
      },
      body: () => bodyOf(guest.person),
    })
    await checkCounted(database.db)
    return rows
  } finally {
    await database.close()
    await rm(dataDir, { recursive: true, force: true })
  }
}

const deviceOf = (device: string): string => createHash('sha256').update(device).digest('base64url')

/** What is another for everybody in the statements of a check-in. */
const namedOf = ({ person, session }: Guest) => ({ [person]: 'person', [session]: 'session', [deviceOf(person)]: 'device' })

/** Throws when one of the check-ins waits: then less was done than is to be measured. */
async function checkCounted(db: Db): Promise<void> {
  const { rows } = await sql<{ marks: string }>`
    select marks::text from study_check_ins c join persons p on p.id = c.person_id
    where p.nickname like '客人%' and state <> 'counted' limit 1`.execute(db)
  if (rows[0]) throw new Error(`a check-in did not count: ${rows[0].marks}`)
}

async function compare(dataDir: string, plan: string, databaseUrl: string, statements: number, checkIn: Target): Promise<Row[]> {
  const server = await startProgram(['dist/server/main.mjs'], env(databaseUrl, dataDir))
  const floor = await startProgram(['dist/bench/floor.mjs', plan])
  try {
    const ours = { ...checkIn, url: server.address + checkIn.url }
    const checkedIn = await ratio(ours, { ...checkIn, freshHeaders: () => ({}), url: `${floor.address}/check-in` }, 5, 2)
    const sites = await ratio({ url: server.address + nearest }, { url: `${floor.address}/nearest` })
    return [rowOf('POST check-in / floor', checkedIn, 0.6, `, ${statements} statements`), rowOf('GET nearest sites / floor', sites, 0.7)]
  } finally {
    await floor.stop()
    await server.stop()
  }
}

const rowOf = (what: string, measured: { ratio: number; ours: number; floor: number }, target: number, more = ''): Row => ({
  what,
  figure: measured.ratio,
  target: `>= ${target.toFixed(2)}`,
  met: measured.ratio >= target,
  note: `${Math.round(measured.ours)} / ${Math.round(measured.floor)} a second${more}`,
})
