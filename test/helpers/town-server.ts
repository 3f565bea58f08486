import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { type Running, startProgram } from './program'

/** The compiled server with the demo town on a data folder of its own, removed when it stops. */
export async function startTown(env: Record<string, string> = {}): Promise<Running> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-town-'))
  const server = await startProgram(['dist/server/main.mjs'], {
    NODE_ENV: 'test',
    DEMO: 'true',
    PORT: '0',
    DATABASE_URL: '',
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    ...env,
  })
  return {
    ...server,
    async stop() {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
