import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { type Running, startProgram } from '../program'
import { WechatServer } from '../wechat-server'
import { openTowns } from './other-towns'

/** Before the client tests: one API server with the demo town, as it is shipped, and WeChat's server beside it. */
export default async function startTown() {
  execFileSync(process.execPath, ['build.mjs', 'server'], { cwd: path.join(__dirname, '../../..') })
  const folder = mkdtempSync(path.join(os.tmpdir(), 'jiamenkou-client-'))
  const wechat = await WechatServer.open(() => new Date())
  const phones = await openPhones(wechat)
  const towns = await openTowns()
  const api = await startProgram(['dist/server/main.mjs'], {
    ...{ DEMO: 'true', PORT: '0', DATA_DIR: folder, DATABASE_URL: '', LOG_LEVEL: 'error', NODE_OPTIONS: '' },
    ...{ WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appid, WECHAT_SECRET: wechat.secret },
    ...{ REQUESTS_PER_MINUTE: '100000', REPORTS_PER_DAY: '1000', TRUST_PROXY: 'loopback' },
  })
  process.env.TEST_API = api.address
  process.env.TEST_WECHAT_PHONES = phones.address
  process.env.TEST_TOWNS = towns.address
  globalThis.testTown = { api, folder, stopWechat: () => Promise.all([wechat.close(), phones.stop(), towns.stop()]) }
}

/** What phones ask of WeChat: /login?for=<openid> and /phone?for=<number> answer with a code. */
async function openPhones(wechat: WechatServer) {
  const server = createServer(({ url = '' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://wechat')
    const whom = searchParams.get('for') ?? ''
    response.end(pathname === '/login' ? wechat.loginCode(whom) : wechat.phoneCode(whom))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: async () => server.close() }
}

declare global {
  var testTown: { api: Running; folder: string; stopWechat(): Promise<unknown> } | undefined
}

/** After them. */
export async function stopTown(): Promise<void> {
  if (!globalThis.testTown) return
  const { api, folder, stopWechat } = globalThis.testTown
  await api.stop()
  await stopWechat()
  rmSync(folder, { recursive: true, force: true })
}
