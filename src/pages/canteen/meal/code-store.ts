import { makeAutoObservable } from 'mobx'
import { wordsOf } from '@/lib/problem'
import { qrPicture } from '@/lib/qr'
import { call } from '@/lib/request'

/** A code is good for a little longer than until its successor; then it is better not shown. */
const graceMs = 4000
const againMs = 3000

/** The code for the counter's scanner: renewed while it is shown, gone when it is too old to be read. */
export class CodeStore {
  picture: string | null = null
  /** Why there is none, or no new one. */
  error: string | null = null
  private goodUntil = 0
  private running = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly orderId: string) {
    makeAutoObservable<this, 'orderId' | 'timer' | 'goodUntil' | 'running'>(this, {
      ...{ orderId: false, timer: false, goodUntil: false, running: false },
    })
  }

  start(): void {
    if (this.running) return
    this.running = true
    this.dropOld()
    this.renew()
  }

  stop(): void {
    this.running = false
    clearTimeout(this.timer)
  }

  private async renew(): Promise<void> {
    try {
      const { qr, renewInSeconds } = await call('GET /orders/:id/pickup-code', { params: { id: this.orderId } })
      this.show(qrPicture(qr), renewInSeconds * 1000)
      this.later(renewInSeconds * 1000)
    } catch (error) {
      this.fail(wordsOf(error))
      this.later(againMs)
    }
  }

  private show(picture: string, ms: number): void {
    this.picture = picture
    this.error = null
    this.goodUntil = Date.now() + ms + graceMs
  }

  private fail(words: string): void {
    this.error = words
    this.dropOld()
  }

  private dropOld(): void {
    if (Date.now() > this.goodUntil) this.picture = null
  }

  private later(ms: number): void {
    if (!this.running) return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.renew(), ms)
  }
}
