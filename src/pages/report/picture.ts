import { makeAutoObservable, runInAction } from 'mobx'
import { newKey } from '@/lib/key'
import { dropPicture, openPicture } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { type Upload, upload } from '@/lib/upload'
import type { KeptPicture } from './draft'

/** One picture on its way to the server. */
export class Picture {
  /** waiting: its turn comes; stopped: the person cancelled; failed: may be tried again; gone: no longer on the phone. */
  state: 'waiting' | 'sending' | 'sent' | 'stopped' | 'failed' | 'gone'
  percent = 0
  error: string | null = null
  /** The failure was the network's, so it goes on when that is back. */
  passing = false
  /** What to draw it from. */
  shown = ''
  photoId: string | null
  key: string
  private running: Upload | null = null
  /** Counts the tries: what an earlier one brings after it was stopped is nobody's any more. */
  private run = 0

  constructor(
    readonly path: string,
    kept?: KeptPicture,
  ) {
    this.key = kept?.key ?? newKey()
    this.photoId = kept?.photoId ?? null
    this.state = this.photoId ? 'sent' : 'waiting'
    makeAutoObservable<this, 'running' | 'run'>(this, { running: false, run: false, path: false })
  }

  get kept(): KeptPicture {
    return { key: this.key, path: this.path, photoId: this.photoId }
  }

  /** Finds the picture on the phone. */
  async open(): Promise<void> {
    try {
      const shown = await openPicture(this.path)
      runInAction(() => {
        this.shown = shown
      })
    } catch {
      runInAction(() => {
        this.state = 'gone'
      })
    }
  }

  /** Sends it; never rejects: `state` and `error` say how it went. */
  async send(): Promise<void> {
    this.run += 1
    const run = this.run
    this.state = 'sending'
    this.percent = 0
    this.error = null
    try {
      if (!this.shown) await this.open()
      if (!this.isOn(run)) return
      this.running = upload(this.shown, this.key, (percent) => this.moveTo(run, percent))
      const { id } = await this.running.photo
      this.arrive(run, id)
    } catch (error) {
      this.fail(run, error)
    }
  }

  /** Stops sending; it stays to be sent again or removed. */
  stop(): void {
    this.running?.cancel()
    if (this.state === 'sending' || this.state === 'waiting') this.state = 'stopped'
  }

  /** To be sent as new: the server has thrown the upload away. */
  renew(): void {
    this.key = newKey()
    this.photoId = null
    this.state = 'waiting'
  }

  /** Off the phone, and off the server where it is up already. */
  drop(): void {
    this.stop()
    dropPicture(this.path)
    if (this.photoId) call('DELETE /photos/:id', { params: { id: this.photoId } }).catch(() => {})
  }

  private isOn(run: number): boolean {
    return run === this.run && this.state === 'sending'
  }

  private moveTo(run: number, percent: number): void {
    if (this.isOn(run)) this.percent = percent
  }

  private arrive(run: number, id: string): void {
    if (!this.isOn(run)) return
    this.photoId = id
    this.percent = 100
    this.state = 'sent'
  }

  private fail(run: number, error: unknown): void {
    if (!this.isOn(run)) return
    this.state = 'failed'
    this.error = wordsOf(error)
    this.passing = error instanceof CallError && error.passing
  }
}
