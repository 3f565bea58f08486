import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import type { Persona } from '../../../contract/account'
import { openBrowser } from '../../helpers/phone'
import type { Running } from '../../helpers/program'
import { startTown } from '../../helpers/town-server'
import { WechatServer } from '../../helpers/wechat-server'
import { pack } from '../pack/pack'
import { type RunnerServer, serveRunner } from './runner-server'
import { WeappPhone, type WeappPhoneOptions } from './weapp-phone'

/** The demo town's API with a WeChat server beside it, and the built mini-program for phones to open. */
export class WeappTown {
  private constructor(
    readonly pages: readonly string[],
    private readonly folder: string,
    private readonly browser: Browser,
    private readonly wechat: WechatServer,
    private readonly api: Running,
    private readonly runner: RunnerServer,
  ) {}

  static async open(): Promise<WeappTown> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'jiamenkou-weapp-'))
    const wechat = await WechatServer.open(() => new Date())
    const [api, packed, browser] = await Promise.all([startApi(wechat), pack('dist/weapp', folder), openBrowser()])
    if (packed.errors.length > 0) throw new Error(packed.errors.join('\n'))
    const runner = await serveRunner(folder, api.address)
    return new WeappTown(packed.pages, folder, browser, wechat, api, runner)
  }

  /** How often the API has asked WeChat who a code belongs to. */
  get signIns(): number {
    return this.wechat.asked.filter((path) => path === '/sns/jscode2session').length
  }

  /** A phone of somebody whom WeChat knows by this openid. */
  phoneOf(openid: string, options: WeappPhoneOptions = {}): Promise<WeappPhone> {
    const host = { loginCode: async () => this.wechat.loginCode(openid), phoneCode: async () => this.wechat.phoneCode('13800000000') }
    return WeappPhone.open(this.browser, this.runner.address, { host, ...options })
  }

  /** A phone that WeChat gives no code, so that a demo person can sign in on it. */
  phone(options: WeappPhoneOptions = {}): Promise<WeappPhone> {
    return WeappPhone.open(this.browser, this.runner.address, options)
  }

  /** From the demo town's story: a report that 王阿姨 and 张敏 may see, 王阿姨's meal of tomorrow, and 爱博四村 on a board. */
  async story(): Promise<{ report: string; meal: string; date: string; unit: string }> {
    const wang = await this.as('resident')
    const reports = await wang('/reports?scope=mine')
    const meals = await wang('/orders?scope=upcoming')
    return {
      report: reports.items[0].id,
      meal: meals.items[0].id,
      date: meals.items[0].date,
      unit: 'town=310112008&code=GARB.RA.TOP&unit=310112008012',
    }
  }

  /** The site that 小周 looks after never closes, whatever the hour of the test. */
  async neverCloses(site: string): Promise<void> {
    const zhou = await this.as('site_host')
    const weekly = [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '00:00', closes: '24:00' }]
    await zhou(`/sites/${site}`, { method: 'PATCH', body: JSON.stringify({ weekly }) })
  }

  /** What a demo person's calls are answered. */
  private async as(persona: Persona) {
    const json = { 'content-type': 'application/json' }
    const ask = async (path: string, init: RequestInit) => (await fetch(`${this.api.address}/api/v1${path}`, init)).json()
    const body = JSON.stringify({ provider: 'demo', persona })
    const { accessToken } = await ask('/sessions', { method: 'POST', headers: json, body })
    const headers = { authorization: `Bearer ${accessToken}` }
    return (path: string, init: RequestInit = {}) => ask(path, { ...init, headers: init.body ? { ...json, ...headers } : headers })
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.runner.close()
    await this.api.stop()
    await this.wechat.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

const startApi = (wechat: WechatServer): Promise<Running> =>
  startTown({ REQUESTS_PER_MINUTE: '100000', WECHAT_URL: wechat.url, WECHAT_APPID: wechat.appid, WECHAT_SECRET: wechat.secret })
