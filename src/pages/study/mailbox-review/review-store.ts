import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { WallCard } from '../../../../contract/mailbox'

const wordMissing = '请写一句原因，写的人会收到。'

/** Cards that wait for me or hang on the wall, and what I do with them. */
export class ReviewStore {
  readonly queue = new Paged<WallCard>((cursor) => call('GET /mailbox/queue', { query: { cursor } }))
  readonly hanging = new Paged<WallCard>((cursor) => call('GET /mailbox/hanging', { query: { cursor } }))
  /** The card that is decided on now, or that the failure is about. */
  at: string | null = null
  busy = false
  failure: string | null = null
  /** What has just become of a card. */
  done: string | null = null
  private readonly key = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'key'>(this, { queue: false, hanging: false, key: false })
  }

  /** Shows the card, or sends it back with a word. */
  async decide(id: string, shows: boolean, word = ''): Promise<void> {
    if (this.busy) return
    if (!shows && !word.trim()) return this.refuse(id)
    const body = { shows, word: word.trim() || null }
    await this.run(id, this.queue, shows ? '挂出来了，已告诉写的人。' : '退回了，已把您的话告诉写的人。', () =>
      call('POST /mailbox/cards/:id/decisions', { params: { id }, body, key: this.key.of({ id, ...body }) }),
    )
  }

  /** Takes a card that hangs there down, with a word. */
  async takeDown(id: string, word: string): Promise<void> {
    if (this.busy) return
    if (!word.trim()) return this.refuse(id)
    const body = { word: word.trim() }
    await this.run(id, this.hanging, '取下来了，已把您的话告诉写的人。', () =>
      call('POST /mailbox/cards/:id/takedowns', { params: { id }, body, key: this.key.of({ id, ...body }) }),
    )
  }

  private refuse(id: string): void {
    this.begin(id)
    this.settle(wordMissing, null)
  }

  private async run(id: string, list: Paged<WallCard>, done: string, work: () => Promise<unknown>): Promise<void> {
    this.begin(id)
    try {
      await work()
      this.key.done()
      this.settle(null, done)
      await list.refresh()
    } catch (error) {
      // somebody else was first, or the writer took it back: it is there no longer
      const isGone = error instanceof CallError && (error.status === 409 || error.status === 404)
      this.settle(isGone ? null : wordsOf(error), isGone ? wordsOf(error) : null)
      if (isGone) await list.refresh()
    }
  }

  private begin(id: string): void {
    this.at = id
    this.busy = true
    this.failure = null
    this.done = null
  }

  private settle(failure: string | null, done: string | null): void {
    this.busy = false
    this.failure = failure
    this.done = done
  }
}
