import { cpSync, mkdtempSync, rmSync } from 'node:fs'
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
  const moulds = new Map<string, Promise<string>>()
  const end = async (address: string) => {
    const stop = towns.get(address)
    towns.delete(address)
    await stop?.()
  }
  const begin = async (by: number) => {
    // A town lives through some days before it opens: those of the same hour are copies of one.
    const hour = String(Math.round(by / 3_600_000))
    const mould = moulds.get(hour) ?? cast(by)
    moulds.set(hour, mould)
    const folder = newFolder()
    cpSync(await mould, folder, { recursive: true })
    const running = await run(folder, by)
    towns.set(running.address, async () => {
      await running.stop()
      rmSync(folder, { recursive: true, force: true })
    })
    return running.address
  }
  const server = createServer(async ({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://towns')
    response.end(pathname === '/end' ? await end(searchParams.get('town') ?? '') : await begin(Number(searchParams.get('by'))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      await Promise.all([...towns.keys()].map(end))
      for (const mould of moulds.values()) rmSync(await mould, { recursive: true, force: true })
      server.close()
    },
  }
}

const newFolder = () => mkdtempSync(path.join(os.tmpdir(), 'jiamenkou-other-'))

/** Lets a town begin and end; what is left is its folder. */
async function cast(by: number): Promise<string> {
  const folder = newFolder()
  await (await run(folder, by)).stop()
  return folder
}

const run = (folder: string, by: number): Promise<Running> =>
  startProgram(['--import', `data:text/javascript,${encodeURIComponent(clockBy(by))}`, 'dist/server/main.mjs'], {
    ...{ DEMO: 'true', PORT: '0', DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
    ...{ REQUESTS_PER_MINUTE: '100000', TRUST_PROXY: 'loopback' },
  })
