import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { WallCard } from '../../../../contract/mailbox'

/** Cards that wait for me, and what I decide. */
export class ReviewStore {
  readonly queue = new Paged<WallCard>((cursor) => call('GET /mailbox/queue', { query: { cursor } }))
  /** The card that is decided on now, or that the failure is about. */
  at: string | null = null
  busy = false
  failure: string | null = null
  /** What has just become of a card. */
  done: string | null = null
  private readonly key = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'key'>(this, { queue: false, key: false })
  }

  /** Shows the card, or sends it back with a word. */
  async decide(id: string, shows: boolean, word = ''): Promise<void> {
    if (this.busy) return
    this.begin(id)
    if (!shows && !word.trim()) return this.settle('请写一句原因，写的人会收到。', null)
    const body = { shows, word: word.trim() || null }
    try {
      await call('POST /mailbox/cards/:id/decisions', { params: { id }, body, key: this.key.of({ id, ...body }) })
      this.key.done()
      this.settle(null, shows ? '挂出来了，已告诉写的人。' : '退回了，已把您的话告诉写的人。')
      await this.queue.refresh()
    } catch (error) {
      // somebody else was first, or the writer took it back: it waits no longer
      const isGone = error instanceof CallError && (error.status === 409 || error.status === 404)
      this.settle(isGone ? null : wordsOf(error), isGone ? wordsOf(error) : null)
      if (isGone) await this.queue.refresh()
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
