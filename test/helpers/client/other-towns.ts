import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type Running, startProgram } from '../program'

/** Makes a Node program believe that it is another time. */
const clockBy = (ms: number) =>
  `const Real = Date; globalThis.Date = class extends Real { constructor(...given) { given.length > 0 ? super(...given) : super(Real.now() + ${ms}) } static now() { return Real.now() + ${ms} } }`

/** Demo towns where it is another time: /begin?by=<ms> starts one and answers its address, /end?town=<address> ends it. */
export async function openTowns(): Promise<{ address: string; stop(): Promise<void> }> {
  const towns = new Map<string, () => Promise<void>>()
  const end = async (address: string) => {
    const stop = towns.get(address)
    towns.delete(address)
    await stop?.()
  }
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://towns')
    if (pathname === '/end') {
      await end(searchParams.get('town') ?? '')
      return response.end()
    }
    const { running, stop } = await begin(Number(searchParams.get('by')))
    towns.set(running.address, stop)
    return response.end(running.address)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await Promise.all([...towns.keys()].map(end))
      server.close()
    },
  }
}

async function begin(by: number): Promise<{ running: Running; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiamenkou-other-'))
  const running = await startProgram(['--import', `data:text/javascript,${encodeURIComponent(clockBy(by))}`, 'dist/server/main.mjs'], {
    ...{ DEMO: 'true', PORT: '0', DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
    ...{ REQUESTS_PER_MINUTE: '100000', TRUST_PROXY: 'loopback' },
  })
  return {
    running,
    async stop() {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
