import { makeAutoObservable, observableRef, runInAction } from 'mobx'
import { wordsOf } from '@/lib/problem'
import { qrPicture } from '@/lib/qr'
import { call } from '@/lib/request'
import type { ScreenCodes } from '../../../../contract/study'
import { codeAddress } from '../code-address'

type Code = ScreenCodes['codes'][number]

/** New codes are fetched when those there are last no longer than this, */
const lowMs = 5 * 60_000
/** and so long after one that failed. */
const againMs = 10_000
/** A clock that jumps by more between two looks was set, or the tablet slept. */
const jumpMs = 5000

/** The code on a site's screen: codes for ten minutes lie on the tablet, and the server's clock says which one is shown. */
export class ScreenStore {
  /** The code of now; null before the first have come, and when the network has been away until none was left. */
  code: Code | null = null
  picture: string | null = null
  /** Seconds until the next one. */
  left = 0
  /** Why new codes do not come. */
  error: string | null = null
  siteName: string
  /** Seconds that each is shown. */
  interval = 30
  private codes: readonly Code[] = []
  /** What the server's clock is ahead by. */
  private ahead = 0
  private loading = false
  private failedAt = 0
  private lookedAt: number | null = null
  private next: { readonly code: string; readonly picture: string } | null = null

  constructor(
    readonly siteId: string,
    name: string,
  ) {
    this.siteName = name
    type Hidden = 'codes' | 'ahead' | 'loading' | 'failedAt' | 'lookedAt' | 'next'
    makeAutoObservable<this, Hidden>(this, {
      ...{ siteId: false, codes: false, ahead: false, loading: false, failedAt: false, lookedAt: false, next: false },
      code: observableRef,
    })
  }

  /** Codes were there and have run out: the network has been away for too long. */
  get isOut(): boolean {
    return this.code === null && this.error !== null
  }

  /** Shows the code of `now` (the tablet's clock), and asks for new ones in good time. */
  look(now: number): void {
    const jumped = this.lookedAt !== null && Math.abs(now - this.lookedAt) > jumpMs
    this.lookedAt = now
    this.show(now)
    if (jumped || this.isLow(now)) this.refresh(jumped)
  }

  /** Draws the picture of the code to come ahead, when there is time for it. */
  prepare(): void {
    const at = this.codes.findIndex(({ code }) => code === this.code?.code)
    const code = at < 0 ? undefined : this.codes[at + 1]?.code
    if (code && this.next?.code !== code) this.next = { code, picture: this.draw(code) }
  }

  async refresh(atOnce = true): Promise<void> {
    if (this.loading || (!atOnce && Date.now() - this.failedAt < againMs)) return
    this.loading = true
    const asked = Date.now()
    try {
      const { codes, now, siteName, intervalSeconds } = await call('GET /sites/:id/code', { params: { id: this.siteId } })
      const answered = Date.now()
      runInAction(() => {
        this.codes = codes
        this.siteName = siteName
        this.interval = intervalSeconds
        this.error = null
        this.ahead = Date.parse(now) - (asked + answered) / 2
        this.show(answered)
      })
    } catch (error) {
      runInAction(() => {
        this.failedAt = Date.now()
        this.error = wordsOf(error)
      })
    } finally {
      this.loading = false
    }
  }

  private isLow(now: number): boolean {
    const last = this.codes.at(-1)
    return !last || Date.parse(last.until) - now - this.ahead < lowMs
  }

  private show(now: number): void {
    const there = now + this.ahead
    const code = this.codes.find(({ from, until }) => Date.parse(from) <= there && there < Date.parse(until)) ?? null
    this.left = code ? Math.ceil((Date.parse(code.until) - there) / 1000) : 0
    if (code?.code === this.code?.code) return
    this.picture = code && (this.next?.code === code.code ? this.next.picture : this.draw(code.code))
    this.code = code
  }

  private draw(code: string): string {
    return qrPicture(codeAddress(this.siteId, code), 4)
  }
}
