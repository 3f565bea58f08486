import { makeAutoObservable, runInAction } from 'mobx'
import { currentPlace, privacyNeeded, rememberPrivacy, scanCode } from '@/lib/platform'
import { session } from '@/session/session'
import type { CheckInResult } from '../../../../contract/study'
import { checkIns } from '../check-ins-store'
import { needsPlace, readCode } from '../read-code'
import { type Scan, scans } from '../scans-store'

export type Stage = 'ask' | 'consent' | 'placing' | 'sign-in' | 'sending' | 'kept' | 'refused' | 'done'

/** A browser that was asked for the position may never answer. */
const placeMs = 10_000

/** One check-in: what was read, and how far it has come. */
export class CheckInStore {
  /** What stands in the field. */
  typed = ''
  /** Why nothing was read. */
  failure: string | null = null
  /** The position is wanted and the consent still to be asked for. */
  asksConsent = false
  private scanId: string | null = null
  private code = ''
  private added: CheckInResult | null = null

  constructor() {
    makeAutoObservable(this)
  }

  get scan(): Scan | undefined {
    return this.scanId === null ? undefined : scans.find(this.scanId)
  }

  get result(): CheckInResult | null {
    return this.added ?? (this.scanId === null ? null : (checkIns.done.get(this.scanId) ?? null))
  }

  get stage(): Stage {
    const { scan } = this
    if (this.result) return 'done'
    if (!scan) return 'ask'
    if (scan.refusal) return 'refused'
    if (scan.location === undefined) return this.asksConsent ? 'consent' : 'placing'
    if (session.status !== 'signed-in') return 'sign-in'
    return checkIns.sending.has(scan.id) ? 'sending' : 'kept'
  }

  write(text: string): void {
    this.typed = text
    this.failure = null
  }

  /** Opens the camera. */
  async read(): Promise<void> {
    this.failure = null
    try {
      const text = await scanCode()
      if (text !== undefined) await this.take(text)
    } catch {
      this.say('没有打开相机，请在手机设置里允许使用相机；也可以把码输入在下面。')
    }
  }

  /** Takes what was read or typed: it is kept on the phone before anything else. */
  async take(text: string): Promise<void> {
    const read = readCode(text)
    if (!read) return this.say(text.trim() ? '这不是学习点的打卡码，请扫现场屏幕或牌子上的码。' : '请先扫码，或把码输入在这里。')
    this.code = read.code
    // a code that changes is read once; a printed one again may be another try, which the server knows about
    this.added = needsPlace(read.code) ? null : checkIns.lastOf(read.code)
    if (this.added) return
    const scan = scans.add(read)
    this.scanId = scan.id
    await this.goOn()
  }

  /** The next step of what was read. */
  async goOn(): Promise<void> {
    const { scan } = this
    if (!scan) return
    if (scan.location !== undefined) return this.send()
    const isOpen = await privacyNeeded()
    // a code that changes is good without a position: nobody is asked for one because of it
    if (isOpen && !needsPlace(scan.code)) return this.place(null)
    if (isOpen) this.ask()
    else await this.find()
  }

  /** The person's word on the position; without it a printed code waits for the host. */
  async consent(given: boolean): Promise<void> {
    this.asksConsent = false
    if (!given) return this.place(null)
    rememberPrivacy()
    await this.find()
  }

  /** The result is being looked at. */
  see(): void {
    if (this.scanId) checkIns.see(this.scanId)
  }

  send(): Promise<void> {
    return this.scan ? checkIns.send(this.scan.id) : Promise.resolve()
  }

  /** Forgets what was refused, for another try. */
  again(): void {
    if (this.scan?.refusal) scans.remove(this.scan.id)
    this.scanId = null
    this.added = null
    this.typed = ''
    this.failure = null
  }

  /** What was added afterwards; what it brought stands below what was there. */
  add(result: CheckInResult): void {
    const before = this.result
    this.added = {
      ...result,
      lines: [...(before?.lines ?? []), ...result.lines],
      newBadges: [...(before?.newBadges ?? []), ...result.newBadges],
    }
    checkIns.keepLast(this.code, this.added)
  }

  private async find(): Promise<void> {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), placeMs))
    const found = await Promise.race([currentPlace(), late]).catch(() => null)
    await this.place(found && { lng: found.lng, lat: found.lat, accuracy: Math.max(0, found.accuracy || 0) })
  }

  private place(location: NonNullable<Scan['location']> | null): Promise<void> {
    // two taps find the place twice, and what is on its way stays as it is
    if (this.scan && this.scan.location === undefined) scans.put({ ...this.scan, location })
    return this.send()
  }

  private ask(): void {
    this.asksConsent = true
  }

  private say(words: string): void {
    runInAction(() => {
      this.failure = words
    })
  }
}
