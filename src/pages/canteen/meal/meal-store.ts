import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { keepMeal, recallMeal } from '@/lib/meal'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { AllCalls } from '../../../../contract'
import type { BodyOf } from '../../../../contract/call'
import type { Order } from '../../../../contract/canteen'
import { CodeStore } from './code-store'

export type Rating = BodyOf<AllCalls['POST /orders/:id/ratings']>

const lookMs = 15_000

/** One meal: how it stands, its code for the counter, and what its guests do to it. */
export class MealStore {
  readonly order: Loadable<Order>
  readonly code: CodeStore
  doing: 'cancel' | 'rate' | null = null
  failure: string | null = null
  private readonly key = new RepeatKey()
  private timer: ReturnType<typeof setInterval> | undefined

  constructor(readonly id: string) {
    const kept = recallMeal(session.person?.id, Date.now())
    this.order = new Loadable(() => this.load(), kept?.id === id ? kept : null)
    this.code = new CodeStore(id)
    makeAutoObservable<this, 'key' | 'timer'>(this, { id: false, order: false, code: false, key: false, timer: false })
  }

  get isBooked(): boolean {
    return this.order.value?.state === 'booked'
  }

  /** While the page is shown: looks now and then, so that the code gives way to 已取餐 by itself. */
  async watch(): Promise<void> {
    this.rest()
    this.timer = setInterval(() => this.isBooked && this.refresh(), lookMs)
    if (this.isBooked) this.code.start()
    await this.refresh()
  }

  /** The page is not shown any more. */
  rest(): void {
    clearInterval(this.timer)
    this.timer = undefined
    this.code.stop()
  }

  async refresh(): Promise<void> {
    await this.order.refresh()
    this.follow()
  }

  cancel(): Promise<boolean> {
    return this.run('cancel', null, (key) => call('POST /orders/:id/cancel', { params: { id: this.id }, key }))
  }

  rate(body: Rating): Promise<boolean> {
    return this.run('rate', body, (key) => call('POST /orders/:id/ratings', { params: { id: this.id }, body, key }))
  }

  private async load(): Promise<Order> {
    const order = await call('GET /orders/:id', { params: { id: this.id } })
    this.remember(order)
    return order
  }

  /** The next meal's digits are there without a network, too; what has ended is no next meal. */
  private remember(order: Order): void {
    const { person } = session
    if (!person) return
    const kept = recallMeal(person.id, Date.now())
    if (order.state === 'booked' && (!kept || order.date <= kept.date)) keepMeal(person.id, order)
    else if (kept?.id === order.id) keepMeal(person.id, null)
  }

  /** The code is wanted as long as the meal is, and the page is shown. */
  private follow(): void {
    if (this.timer === undefined) return
    if (this.isBooked) this.code.start()
    else this.code.stop()
  }

  private async run(doing: 'cancel' | 'rate', input: unknown, work: (key: string) => Promise<Order>): Promise<boolean> {
    if (this.doing) return false
    this.doing = doing
    this.failure = null
    try {
      const order = await work(this.key.of([doing, input]))
      this.key.done()
      this.remember(order)
      this.order.set(order)
      this.follow()
      this.settle(null)
      return true
    } catch (error) {
      this.settle(wordsOf(error))
      this.refresh()
      return false
    }
  }

  private settle(failure: string | null): void {
    this.doing = null
    this.failure = failure
  }
}
