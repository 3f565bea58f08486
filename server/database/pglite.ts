import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { PGlite, types } from '@electric-sql/pglite'
import { Kysely } from 'kysely'
import type { Database } from './connect'
import { mustHaveRoom } from './disk-room'
import { takeFolder } from './folder-lock'
import { pgliteDialect } from './pglite-dialect'
import type { DB } from './tables'
import { timestampText } from './timestamp-text'

const parsers = { [types.TIMESTAMPTZ]: timestampText, [types.INT8]: Number, [types.DATE]: (text: string) => text }

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
  const folder = path.join(dataDir, 'pglite')
  if (existsSync(folder)) return folder
  mustHaveRoom(dataDir)
  const making = `${folder}.making`
  await rm(making, { recursive: true, force: true })
  await (await PGlite.create({ dataDir: making })).close()
  await rename(making, folder)
  return folder
}
