import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { PGlite, types } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import { projectRoot } from '../shared/project-root'
import type { Database } from './connect'
import { mustHaveRoom } from './disk-room'
import { takeFolder } from './folder-lock'
import { pgliteDialect } from './pglite-dialect'
import type { DB } from './tables'
import { timestampText } from './timestamp-text'

const parsers = { [types.TIMESTAMPTZ]: timestampText, [types.INT8]: Number, [types.DATE]: (text: string) => text }

/** A quarter of PostgreSQL's usual: the rest of what a town's phones ask for lies in the system's file cache, and 100 MB less in ours. */
const postgresqlconf = ['shared_buffers=32MB']

/**
 * The embedded database in the folder, or in memory without one; in memory it may begin as a copy of a dump. Throws FolderTaken
 * when another process has the folder.
 */
export async function openPglite(dataDir?: string, dump?: Blob): Promise<Database> {
  const release = dataDir ? await takeFolder(dataDir) : async () => {}
  try {
    const pglite = await PGlite.create({
      ...(dataDir ? { dataDir: await databaseFolder(dataDir) } : {}),
      ...(dump ? { loadDataDir: dump } : {}),
      parsers,
      postgresqlconf,
    })
    await pglite.exec(`set time zone 'UTC'`)
    return {
      db: new Kysely<DB>({ dialect: pgliteDialect(pglite, dataDir) }),
      engine: 'pglite',
      async listen(channel, onPayload, onState) {
        await pglite.listen(channel, onPayload)
        onState(true)
      },
      async close() {
        await pglite.close()
        await release()
      },
    }
  } catch (error) {
    await release()
    throw error
  }
}

/** Makes the database aside the first time, so that one half made by a process that died is never opened. */
async function databaseFolder(dataDir: string): Promise<string> {
  const folder = path.resolve(dataDir, 'pglite')
  if (existsSync(folder)) return folder
  mustHaveRoom(dataDir)
  for (const name of await readdir(dataDir)) {
    if (name.startsWith('pglite.making')) await rm(path.join(dataDir, name), { recursive: true, force: true })
  }
  // Its own name each time: what a start that was killed left running must not write into it.
  const making = `${folder}.making-${process.pid}`
  await makeAside(making)
  await rename(making, folder)
  return folder
}

/** Making a database takes some hundred megabytes that a process never gives back: one of its own does. */
async function makeAside(dataDir: string): Promise<void> {
  const work = `import { PGlite } from '@electric-sql/pglite'; await (await PGlite.create({ dataDir: process.argv[1] })).close()`
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', work, dataDir], { cwd: projectRoot })
}
