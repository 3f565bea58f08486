import { makeAutoObservable, observableRef } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { BoardEdition } from '../../../../contract/board'
import { DraftStore } from '../draft-store'
import type { DraftAddress } from '../urls'

/** What a reviewer does with a period: publishes exactly what is on the screen, or sends it back with a word. */
export class ReviewStore {
  readonly draft: DraftStore
  note = ''
  busy: 'publish' | 'return' | null = null
  failure: string | null = null
  published: BoardEdition | null = null
  isReturned = false
  private readonly keys = new RepeatKey()

  constructor(readonly address: DraftAddress) {
    this.draft = new DraftStore(address)
    makeAutoObservable<this, 'keys'>(this, { address: false, draft: false, keys: false, published: observableRef })
  }

  write(note: string): void {
    this.note = note
    this.failure = null
  }

  /** Says whether it is out. What has changed since it was looked at is shown before one is asked again. */
  async publish(): Promise<boolean> {
    return this.run('publish', async () => {
      const { code, period } = this.address
      const body = { period, digest: this.draft.digest }
      this.finish(await call('POST /boards/:code/publications', { params: { code }, body, key: this.keys.of(body) }))
    })
  }

  /** Says whether it went back. */
  async sendBack(): Promise<boolean> {
    const note = this.note.trim()
    return this.run('return', async () => {
      if (!note) throw new CallError(422, 'blank', '请写一句为什么退回，编辑会看到。')
      const input = { params: { ...this.address }, body: { note } }
      this.draft.take(await call('POST /boards/:code/drafts/:period/return', { ...input, key: this.keys.of(input) }))
      this.giveBack()
    })
  }

  private async run(work: ReviewStore['busy'], act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.begin(work)
    try {
      await act()
      this.keys.done()
      this.end(null)
      return true
    } catch (error) {
      this.end(wordsOf(error))
      // somebody was faster, or the figures are others by now: what stands here must be what is there
      if (error instanceof CallError && (error.status === 409 || error.status === 404)) await this.draft.refresh()
      return false
    }
  }

  private begin(work: ReviewStore['busy']): void {
    this.busy = work
    this.failure = null
  }

  private finish(edition: BoardEdition): void {
    this.published = edition
  }

  private giveBack(): void {
    this.isReturned = true
    this.note = ''
  }

  private end(failure: string | null): void {
    this.busy = null
    this.failure = failure
  }
}
