import { randomInt, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** A screen the app went to: `how` is Taro's word for it. */
export interface Step {
  readonly how: 'navigateTo' | 'redirectTo' | 'reLaunch' | 'switchTab' | 'navigateBack'
  readonly url: string
}
export type Network = 'on' | 'off'
type Moment = 'show' | 'hide' | 'reachBottom' | 'pullDown' | 'network' | 'resize' | 'scroll'

export const refusal = (api: string, why: string) => ({ errMsg: `${api}:fail ${why}` })

/** The phone that Taro's stand-ins run on: what it stores, where it is, what its owner chooses, and where the app went. */
class Phone {
  readonly storage = new Map<string, unknown>()
  /** True: nothing more can be stored. */
  full = false
  network: Network = 'on'
  /** Where the phone is; null: its owner refuses to say. WGS-84 or GCJ-02 as asked, no sum is done. */
  place: { longitude: number; latitude: number; accuracy: number } | null = null
  /** What its owner takes or chooses when asked for pictures; null: steps back. */
  pictures: string[] | null = null
  /** What its camera reads next; null: its owner steps back. */
  camera: string | null = null
  /** Bytes of files by path; other paths are read from disk. */
  readonly files = new Map<string, Buffer>()
  /** The telephone number its owner lets WeChat tell; null: refuses. */
  telephone: string | null = null
  /** Whether WeChat still has to ask for the privacy consent. */
  privacyOpen = false
  /** Who WeChat says this is. */
  openid: string = randomUUID()
  /** What WeChat says its size of letters is. */
  fontSize = 17
  /** How wide the window is. */
  width = 375
  /** How far down the page one has scrolled. */
  scrolled = 0
  /** What the page that is shown gives to who shares it. */
  share: () => { title?: string; path?: string } = () => ({})
  /** Parameters of the page that is shown. */
  params: Record<string, string> = {}
  /** Pages below the one that is shown. */
  pagesBelow = 1
  /** Where the app went. */
  readonly steps: Step[] = []
  /** Short words the app showed over the page. */
  readonly toasts: string[] = []
  /** Whether its owner lets pictures into the album; null: steps back. */
  album: boolean | null = true
  /** Pictures in the album. */
  readonly saved: Buffer[] = []
  /** What else the app asked of the phone: { name: 'makePhoneCall', phoneNumber: '12345' }. */
  readonly asked: { readonly name: string; readonly [option: string]: unknown }[] = []
  /** Requests that left the phone: GET /me. */
  readonly sent: string[] = []
  /** Every phone has an address of its own: limits count by address. */
  readonly address = `10.${randomInt(255)}.${randomInt(255)}.${randomInt(1, 255)}`
  private readonly listeners = new Map<Moment, Set<() => void>>()
  private gate: { readonly opened: Promise<void>; readonly once: boolean } | null = null

  /** A new phone: nothing of the test before is left. */
  reset(): void {
    this.storage.clear()
    this.files.clear()
    for (const list of [this.steps, this.toasts, this.asked, this.sent, this.saved]) list.length = 0
    this.gate = null
    this.setNetwork('on')
    const { full, place, pictures, camera, telephone, privacyOpen, openid, fontSize, width, scrolled, params, pagesBelow, album } =
      new Phone()
    Object.assign(this, {
      full,
      place,
      pictures,
      camera,
      telephone,
      privacyOpen,
      openid,
      fontSize,
      width,
      scrolled,
      params,
      pagesBelow,
      album,
    })
  }

  on(moment: Moment, run: () => void): () => void {
    const runs = this.listeners.get(moment) ?? new Set()
    this.listeners.set(moment, runs.add(run))
    return () => runs.delete(run)
  }

  happen(moment: Moment): void {
    for (const run of [...(this.listeners.get(moment) ?? [])]) run()
  }

  scrollTo(scrolled: number): void {
    this.scrolled = scrolled
    this.happen('scroll')
  }

  setNetwork(network: Network): void {
    const changed = network !== this.network
    this.network = network
    if (changed) this.happen('network')
  }

  /** What is sent from now on (or only the next of it) waits on its way, until the function given back is called. */
  hold(what: 'all' | 'next' = 'all'): () => void {
    let open = () => {}
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    this.gate = { opened, once: what === 'next' }
    return () => {
      this.gate = null
      open()
    }
  }

  async onItsWay(): Promise<void> {
    const { gate } = this
    if (gate?.once) this.gate = null
    await gate?.opened
  }

  bytesOf(path: string): Buffer {
    return this.files.get(path) ?? readFileSync(path)
  }
}

declare global {
  // outlives jest.resetModules, as a phone outlives the app's being killed
  var testPhone: Phone | undefined
}

globalThis.testPhone ??= new Phone()
export const phone: Phone = globalThis.testPhone
