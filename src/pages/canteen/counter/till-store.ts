import { makeAutoObservable, observableRef } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { CounterOrder } from '../../../../contract/canteen'
import type { RollStore } from './roll-store'

/** Money over the counter: for what is to be paid before it is handed over, and back for what was called off. */
export class TillStore {
  /** The order whose money is being written down. */
  busy: string | null = null
  failure: { readonly id: string; readonly words: string } | null = null
  private readonly keys = new RepeatKey()

  constructor(private readonly roll: RollStore) {
    makeAutoObservable<this, 'keys' | 'roll'>(this, { keys: false, roll: false, failure: observableRef })
  }

  /** Says whether the money is written down. */
  async settle({ id }: CounterOrder, event: 'pay' | 'refund'): Promise<boolean> {
    if (this.busy) return false
    this.busy = id
    this.failure = null
    try {
      const params = { id: this.roll.canteenId, orderId: id }
      const order = await call('POST /canteens/:id/orders/:orderId/payments', { params, body: { event }, key: this.keys.of([id, event]) })
      this.keys.done()
      this.roll.put(order)
      this.end(null)
      return true
    } catch (error) {
      this.end({ id, words: wordsOf(error) })
      return false
    }
  }

  private end(failure: TillStore['failure']): void {
    this.busy = null
    this.failure = failure
  }
}
