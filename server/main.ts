import { sql } from 'kysely'
import { buildApp } from './app'
import { type Database, type Db, openDatabase } from './database/connect'
import { seedDemo, seedDemoBoards } from './database/demo/seed'
import { playStory } from './database/demo/story'
import { FolderTaken } from './database/folder-lock'
import { migrate } from './database/migrate'
import { keepSortingItems } from './database/sorting/keep-items'
import { readSettings, type Settings, SettingsError } from './settings'
import { startJobs } from './shared/jobs'
import { deriveKeys } from './shared/keys'
import { createSealer } from './shared/seal'
import { welcome } from './welcome'

/** Reads the settings, opens the database, listens; closes everything in order when asked to stop. */
async function main(): Promise<void> {
  const settings = readSettings()
  const database = await openDatabase(settings)
  await migrate(database.db)
  await keepSortingItems(database.db)
  if (settings.DEMO) await openDemo(settings, database)
  const app = await buildApp({ settings, database })
  const stopJobs = startJobs(app.jobs, database.db, () => new Date(), app.log)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    // Whoever hangs on a dead line does not keep us.
    setTimeout(() => process.exit(1), 20_000).unref()
    // A connection whose last answer has just gone out would be kept open for more.
    const hanging = setInterval(() => app.server.closeIdleConnections(), 100)
    await app.close()
    clearInterval(hanging)
    await stopJobs()
    await database.close()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const address = await app.listen({ host: settings.HOST, port: settings.PORT })
  if (settings.DEMO) process.stdout.write(await welcome(database.db, address))
}

/** Makes the demo town: its places and people, its boards, its last days. */
async function openDemo(settings: Settings, database: Database): Promise<void> {
  await seedDemo(database.db, new Date(), createSealer((await deriveKeys(settings)).seal))
  await seedDemoBoards(database.db, new Date())
  await playDemo(settings, database)
}

/** Fills the demo town with a few days of life, once: through the API, on a clock of its own. */
async function playDemo(settings: Settings, database: Database): Promise<void> {
  const lived = await database.db.selectFrom('reports').select('id').limit(1).executeTakeFirst()
  if (lived || !(await isFirst(database.db, 'demo-story'))) return
  const end = new Date()
  const clock = { now: end }
  const app = await buildApp({ settings: { ...settings, LOG_LEVEL: 'silent' }, database, now: () => clock.now })
  try {
    await playStory(app, clock, end, database.db)
  } finally {
    await app.close()
  }
}

/** Whether this process is the one to do what is done once to a database, like a migration. */
async function isFirst(db: Db, name: string): Promise<boolean> {
  const { rows } = await sql`insert into schema_migrations (name) values (${name}) on conflict do nothing returning name`.execute(db)
  return rows.length > 0
}

/** What the operator can mend is told in a sentence; the rest shows where it happened. */
function explain(error: Error & { code?: string }): string {
  const plain = error instanceof SettingsError || error instanceof FolderTaken || /^(E[A-Z]|08|28|3D|53|57)/.test(error.code ?? '')
  return (plain && error.message) || error.stack || String(error)
}

main().catch((error) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exit(1)
})
