import { buildApp } from './app'
import { openDatabase } from './database/connect'
import { seedDemo } from './database/demo/seed'
import { FolderTaken } from './database/folder-lock'
import { migrate } from './database/migrate'
import { readSettings, SettingsError } from './settings'
import { startJobs } from './shared/jobs'
import { deriveKeys } from './shared/keys'
import { createSealer } from './shared/seal'
import { welcome } from './welcome'

/** Reads the settings, opens the database, listens; closes everything in order when asked to stop. */
async function main(): Promise<void> {
  const settings = readSettings()
  const database = await openDatabase(settings)
  await migrate(database.db)
  if (settings.DEMO) await seedDemo(database.db, new Date(), createSealer((await deriveKeys(settings)).seal))
  const app = await buildApp({ settings, database })
  const stopJobs = startJobs(app.jobs, database.db, () => new Date(), app.log)
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    await app.close()
    await stopJobs()
    await database.close()
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  const address = await app.listen({ host: settings.HOST, port: settings.PORT })
  if (settings.DEMO) process.stdout.write(await welcome(database.db, address))
}

main().catch((error: Error) => {
  const plain = error instanceof SettingsError || error instanceof FolderTaken
  process.stderr.write(`${plain ? error.message : error.stack}\n`)
  process.exit(1)
})
