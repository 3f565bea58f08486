import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Order } from '../../../../contract/canteen'
import { baskets } from '../baskets-store'
import { rememberEater } from '../eater-memory'
import type { OrderStore } from './order-store'
import { findUnsure, type Unsure } from './unsure'

/** Somebody else was faster: what is left has to be looked at again. */
const overtaken = ['canteen-sold-out', 'canteen-window-full', 'canteen-windows-full', 'canteen-price-changed']
const unheard = '网络连不上，还没订上。您选的都留着，有网了再按一次，不会重复订。'

type Host = Pick<OrderStore, 'meal' | 'body' | 'eaterId' | 'days' | 'look' | 'close'>

/** Sends the order, and never twice. */
export class BookingStore {
  order: Order | null = null
  /** The order had got through at an earlier try, as it was then. */
  earlier = false
  sending = false
  failure: string | null = null
  private readonly key = new RepeatKey()
  private unsure: Unsure | null = null

  constructor(private readonly host: Host) {
    makeAutoObservable<this, 'host' | 'key' | 'unsure'>(this, { host: false, key: false, unsure: false })
  }

  /** Books the meal, then the further days; what went wrong stands in `failure`. */
  async send(): Promise<void> {
    this.failure = null
    if (this.sending) return
    this.sending = true
    try {
      if (!this.order) this.take(await this.book())
      await this.host.days.book()
      this.finish()
    } catch (error) {
      await this.refused(error)
    }
  }

  /** Another choice was made: what was said of the one before is past. */
  forget(): void {
    this.failure = null
  }

  private async book(): Promise<Order> {
    const { body } = this.host
    const got = this.unsure && (await findUnsure(this.unsure, body))
    if (got) {
      this.earlier = true
      return got
    }
    this.unsure = { since: Date.now(), body }
    const order = await call('POST /orders', { body, key: this.key.of(body) })
    this.unsure = null
    return order
  }

  private take(order: Order): void {
    this.order = order
    this.key.done()
    this.host.close()
    rememberEater(this.host.eaterId)
  }

  private finish(): void {
    this.sending = false
    baskets.clear(this.host.meal)
  }

  private async refused(error: unknown): Promise<void> {
    const silent = error instanceof CallError && error.status === 0
    // an answer of the server's leaves no doubt; silence does
    if (!silent) this.unsure = null
    this.fail(silent ? unheard : wordsOf(error))
    if (error instanceof CallError && overtaken.includes(error.code)) await this.host.look()
  }

  private fail(words: string): void {
    this.failure = words
    this.sending = false
  }
}
