import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import type { ChosenFile, Role, StoryPhone } from '../../helpers/phone'
import type {} from '../runtime/page-globals'
import type { PhoneHost, PhoneSettings } from '../runtime/settings'
import { type Happened, happened } from './happened'
import { type Sizes, sizes } from './sizes'

export interface WeappPhoneOptions extends Partial<PhoneSettings> {
  readonly width?: number
  readonly height?: number
  readonly host?: Partial<PhoneHost>
}

const hongqiao = { longitude: 121.38, latitude: 31.18, accuracy: 30 }

/** The origin that the build has baked in; see config/index.ts. */
const apiOrigin = process.env.API_ORIGIN ?? 'http://127.0.0.1:8787'

/** One person's phone with the mini-program in WeChat. Everything is found by what the person reads. */
export class WeappPhone implements StoryPhone {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly address: string,
  ) {}

  static async open(browser: Browser, address: string, options: WeappPhoneOptions = {}): Promise<WeappPhone> {
    const { width = 390, height = 844, host = {}, ...settings } = options
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    await page.exposeFunction('loginCode', host.loginCode ?? (async () => ''))
    await page.exposeFunction('phoneCode', host.phoneCode ?? (async () => ''))
    const phoneSettings = { apiOrigin, place: hongqiao, fontSize: 17, privacyAsked: true, ...settings }
    await page.addInitScript((given) => Object.assign(window, { phoneSettings: given }), phoneSettings)
    return new WeappPhone(context, page, address)
  }

  /** Starts the mini-program, or kills it and starts it again: what it has not kept is gone. */
  async launch(path = ''): Promise<void> {
    await this.page.goto(`${this.address}/${path ? `?open=${encodeURIComponent(path)}` : ''}`)
    await this.page.waitForFunction(() => window.runner)
  }

  /** Waits until no call is on its way and nothing has been drawn for a while. */
  async settled(quiet = 120): Promise<void> {
    const drawn = () => {
      const { exchanges = [], setData = [] } = window.runner?.report ?? {}
      return exchanges.some(({ ms }) => ms === 0) ? -1 : setData.length + exchanges.length
    }
    let before = -1
    for (let now = -2; now < 0 || now !== before; ) {
      before = now
      await this.page.waitForTimeout(quiet)
      now = await this.page.evaluate(drawn)
    }
  }

  /** Goes to a page as a tap on a link would. */
  async go(path: string): Promise<void> {
    await this.page.evaluate((url) => window.runner?.open(url), path)
  }

  async back(): Promise<void> {
    await this.page.getByRole('button', { name: '返回' }).tap()
  }

  routes(): Promise<string[]> {
    return this.page.evaluate(() => window.runner?.routes() ?? [])
  }

  /** Signs in with one tap on the person's card. */
  async signIn(nickname: string): Promise<void> {
    await this.go('/pages/account/sign-in/index')
    await this.tap(nickname)
    await this.on('home')
  }

  /** The page that is shown now. */
  get shown(): Locator {
    return this.page.locator('.frame:visible .wx-page')
  }

  find(text: string | RegExp): Locator {
    return this.shown.getByText(text).filter({ visible: true }).first()
  }

  async see(text: string | RegExp): Promise<void> {
    await this.find(text).waitFor()
  }

  async tap(text: string | RegExp): Promise<void> {
    await this.find(text).tap()
  }

  /** Taps what is named so for people and screen readers: a button, a link, a choice. */
  async press(role: Role, name: string | RegExp): Promise<void> {
    await this.shown.getByRole(role, { name }).filter({ visible: true }).first().tap()
  }

  /** Waits until the page is the one shown, e.g. report/choose. */
  async on(page: string): Promise<void> {
    await this.page.locator(`.frame:visible [data-route="pages/${page}/index"]`).waitFor()
  }

  async fill(placeholder: string | RegExp, text: string): Promise<void> {
    await this.shown.getByPlaceholder(placeholder).first().fill(text)
  }

  /** Answers a dialog of WeChat's or of the phone's by its button. */
  async answerDialog(title: string | RegExp, button: string): Promise<void> {
    const dialog = this.page.getByRole('dialog').filter({ hasText: title })
    await dialog.getByRole('button', { name: button, exact: true }).tap()
  }

  /** Taps and chooses files in the album or camera that opens. */
  async choose(text: string | RegExp, files: ChosenFile[]): Promise<void> {
    await this.press('button', text)
    await this.takePictures(files)
  }

  /** In the album or camera that is open. */
  async takePictures(files: ChosenFile[]): Promise<void> {
    const album = this.page.getByRole('dialog').filter({ has: this.page.locator('input[type=file]') })
    await album.locator('input[type=file]').setInputFiles(files)
    await album.getByRole('button', { name: '确定' }).tap()
  }

  /** The camera that is open reads a code. */
  async scan(read: string): Promise<void> {
    await this.page.getByRole('dialog').filter({ hasText: '扫一扫' }).getByPlaceholder('码的内容').fill(read)
    await this.answerDialog('扫一扫', '确定')
  }

  async offline(away: boolean): Promise<void> {
    await this.context.setOffline(away)
  }

  sizes(): Promise<Sizes> {
    return sizes(this.shown)
  }

  /** Calls a function of wx as the mini-program would, and gives what its callbacks get. */
  call(name: string, options: object = {}): Promise<{ ok: boolean; answer: unknown }> {
    return this.page.evaluate(([asked, given]) => window.runner?.call(asked, given), [name, options] as const) as Promise<{
      ok: boolean
      answer: unknown
    }>
  }

  change(settings: Partial<PhoneSettings>): Promise<void> {
    return this.page.evaluate((given) => void Object.assign(window.phoneSettings, given), settings)
  }

  /** What happened since the launch. */
  happened(): Promise<Happened> {
    return happened(this.page)
  }

  close(): Promise<void> {
    return this.context.close()
  }
}
