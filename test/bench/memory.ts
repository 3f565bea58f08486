import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startProgram } from '../helpers/program'
import { load } from './load'
import { signIn } from './story'
import type { Row } from './table'

const megabytesOf = async (pid: number): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? Number.NaN) / 1024

/** Memory of the server with the demo town on the embedded database, after a minute's worth of reads by ten people. */
export async function measureMemory(): Promise<Row[]> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-memory-'))
  const server = await startProgram(['dist/server/main.mjs'], {
    DEMO: 'true',
    PORT: '0',
    DATABASE_URL: '',
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    REQUESTS_PER_MINUTE: '1000000',
  })
  try {
    const { authorization } = await signIn(server.address, 'resident')
    for (const query of ['scope=mine', 'scope=near']) {
      await load({ url: `${server.address}/api/v1/reports?${query}`, headers: { authorization } }, 10)
    }
    const megabytes = await megabytesOf(server.pid)
    return [
      { what: 'server memory, demo town on PGlite, under load', figure: megabytes, unit: 'MB', target: '<= 500', met: megabytes <= 500 },
    ]
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
