import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core'
import { chromium as chromiumPath } from './machine.mjs'

export interface PhoneOptions {
  readonly width?: number
  readonly height?: number
  readonly place?: { readonly longitude: number; readonly latitude: number }
}

/** Starts the Chromium that phones are opened in. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

export type ChosenFile = { name: string; mimeType: string; buffer: Buffer }
export type Role = 'button' | 'link' | 'tab' | 'switch' | 'radio'

/** What a story does with a phone, whether the app runs on it as H5 or as a mini-program. */
export interface StoryPhone {
  /** The page that is shown now. */
  readonly shown: Locator
  go(path: string): Promise<void>
  /** Waits until the page is the one shown, e.g. report/choose. */
  on(page: string): Promise<void>
  find(text: string | RegExp): Locator
  see(text: string | RegExp): Promise<void>
  tap(text: string | RegExp): Promise<void>
  /** Taps what is named so for people and screen readers. */
  press(role: Role, name: string | RegExp): Promise<void>
  fill(placeholder: string | RegExp, text: string): Promise<void>
  /** Taps a button and chooses files in the picker that opens. */
  choose(button: string | RegExp, files: ChosenFile[]): Promise<void>
}

/** One person's phone: a browser of its own with the H5 app open. Everything is found by what the person reads. */
export class Phone implements StoryPhone {
  /** What went wrong on the pages meanwhile; a story ends with none. */
  readonly faults: string[] = []

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    readonly address: string,
  ) {
    page.on('pageerror', (error) => this.faults.push(error.message))
  }

  static async open(browser: Browser, address: string, { width = 390, height = 844, place }: PhoneOptions = {}): Promise<Phone> {
    const context = await browser.newContext({
      viewport: { width, height },
      hasTouch: true,
      isMobile: true,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      ...(place ? { geolocation: place, permissions: ['geolocation'] } : {}),
    })
    context.setDefaultTimeout(10_000)
    return new Phone(context, await context.newPage(), address)
  }

  /** It is that time on this phone; its timers run on. */
  setClock(moment: Date): Promise<void> {
    return this.context.clock.setFixedTime(moment)
  }

  async go(path: string): Promise<void> {
    await this.page.goto(`${this.address}/#${path}`)
  }

  /** Signs in with one tap on the person's card. */
  async signIn(nickname: string): Promise<void> {
    await this.go('/pages/account/sign-in/index')
    await this.tap(nickname)
    await this.page.waitForURL(/pages\/home/)
  }

  /** What is on the page that is shown now; Taro keeps the pages below in the document. */
  get shown(): Locator {
    return this.page.locator('.taro_page:visible').last()
  }

  /** Waits until the page is the one shown, e.g. report/choose. */
  async on(page: string): Promise<void> {
    await this.page.waitForURL((url) => url.hash.includes(`/pages/${page}/index`))
    // The address changes before the page is there: what is tapped meanwhile may be on the one below.
    await this.shown.and(this.page.locator(`[id*="pages/${page}/index"]`)).waitFor()
    await this.page.waitForTimeout(400)
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

  async fill(placeholder: string | RegExp, text: string): Promise<void> {
    // Taro's element around the field carries the placeholder too
    await this.shown.getByPlaceholder(placeholder).and(this.page.locator('input, textarea')).first().fill(text)
  }

  /** Taps and chooses files in the picker that opens. */
  async choose(text: string | RegExp, files: ChosenFile[]): Promise<void> {
    const [picker] = await Promise.all([this.page.waitForEvent('filechooser'), this.press('button', text)])
    await picker.setFiles(files)
  }

  close(): Promise<void> {
    return this.context.close()
  }
}
