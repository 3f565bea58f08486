import { openDatabase } from '../database/connect'
import { FolderTaken } from '../database/folder-lock'
import { readSettings, SettingsError } from '../settings'
import { checkCanteens } from './canteen-check'

const mostNamed = 20

/** `npm run check:canteen`: proves that portions, places, numbers, bills and progress agree with the orders; exits 1 when they do not. */
async function main(): Promise<void> {
  // A check seals and signs nothing, so it needs no key.
  const settings = readSettings({ ...process.env, SECRET_KEY: 'not-used-by-the-check-of-the-canteens' })
  const database = await openDatabase(settings)
  try {
    for (const { what, checked, wrong } of await checkCanteens(database.db)) {
      process.stdout.write(`${wrong.length === 0 ? 'ok   ' : 'WRONG'} ${what} (${checked})\n`)
      for (const name of wrong.slice(0, mostNamed)) process.stdout.write(`        ${name}\n`)
      if (wrong.length > 0) process.exitCode = 1
    }
  } finally {
    await database.close()
  }
}

main().catch((error) => {
  const plain = error instanceof SettingsError || error instanceof FolderTaken
  process.stderr.write(`${plain ? error.message : error.stack}\n`)
  process.exitCode = 1
})
