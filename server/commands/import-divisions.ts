import path from 'node:path'
import { openDatabase } from '../database/connect'
import { FolderTaken } from '../database/folder-lock'
import { migrate } from '../database/migrate'
import { readSettings, SettingsError } from '../settings'
import { BadFile, importDivisions } from './divisions-import'

/** `npm run import:divisions -- FILE`: brings districts, towns and areas up to a CSV with the columns code,name,level,parent_code. */
async function main(): Promise<void> {
  const [file] = process.argv.slice(2)
  if (!file) throw new SettingsError('Usage: npm run import:divisions -- FILE')
  // npm runs scripts in the package's folder; a relative path means the folder it was called from.
  const from = path.resolve(process.env.INIT_CWD ?? '.', file)
  // An import seals and signs nothing, so it needs no key.
  const settings = readSettings({ ...process.env, SECRET_KEY: 'not-used-by-the-import-of-divisions' })
  const database = await openDatabase(settings)
  try {
    await migrate(database.db)
    const start = Date.now()
    const imported = await importDivisions(database.db, from)
    for (const [what, { inserted, updated, unchanged }] of Object.entries(imported)) {
      process.stdout.write(`${what}: ${inserted} inserted, ${updated} updated, ${unchanged} unchanged\n`)
    }
    process.stdout.write(`done in ${((Date.now() - start) / 1000).toFixed(1)} s\n`)
  } finally {
    await database.close()
  }
}

function explain(error: Error & { code?: string }): string {
  if (error instanceof BadFile) {
    const lines = error.bad.map(({ line, reason }) => `line ${line}: ${reason}`)
    return [...lines, `Lines that are wrong: ${error.bad.length}. Nothing was imported.`].join('\n')
  }
  const plain = error instanceof SettingsError || error instanceof FolderTaken || error.code === 'ENOENT' || error.code === 'EISDIR'
  return (plain ? error.message : error.stack) as string
}

main().catch((error) => {
  process.stderr.write(`${explain(error)}\n`)
  process.exitCode = 1
})
