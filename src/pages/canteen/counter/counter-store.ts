import { makeAutoObservable, observableRef, reaction, runInAction } from 'mobx'
import { online } from '@/lib/online'
import { scanCode } from '@/lib/platform'
import type { CounterOrder } from '../../../../contract/canteen'
import { type Hours, isSameMeal, type Meal, mealAt } from '../staff-meal'
import { hindranceBefore, hindranceOf, type Outcome } from './checks'
import { erasedOne, isNumber, isScanned, orderIdOf, typedAfter } from './code'
import { type Handover, newHandover } from './handover'
import { handovers, type Sent } from './handover-queue'
import { RollStore } from './roll-store'
import { TillStore } from './till-store'

const longest = 200

/** The counter of a canteen: a number or a code comes in, a meal goes out. */
export class CounterStore {
  readonly roll: RollStore
  readonly till: TillStore
  typed = ''
  /** Beside the field: what is wrong with what was typed. */
  words: string | null = null
  outcome: Outcome | null = null
  /** The handing over that the server is asked about now. */
  private current: string | null = null
  /** The meal of the clock goes on by itself until another is chosen. */
  private chosen = false

  constructor(
    readonly canteenId: string,
    private readonly hours: Hours,
  ) {
    this.roll = new RollStore(canteenId, mealAt(hours, Date.now()))
    this.till = new TillStore(this.roll)
    makeAutoObservable<this, 'hours'>(this, { roll: false, till: false, canteenId: false, hours: false, outcome: observableRef })
  }

  get busy(): boolean {
    return this.current !== null
  }

  /** The order that the typed number would hand over. */
  get preview(): CounterOrder | null {
    return isNumber(this.typed) ? this.roll.find(this.typed) : null
  }

  refresh(): Promise<void> {
    return this.roll.load(this.chosen ? this.roll.meal : mealAt(this.hours, Date.now()))
  }

  chooseMeal(meal: Meal): Promise<void> {
    this.chosen = !isSameMeal(meal, mealAt(this.hours, Date.now()))
    this.next()
    return this.roll.load(meal)
  }

  /** Follows the network and what the queue gets through; gives the function that ends it. */
  listen(): () => void {
    const back = online.onBack(() => this.refresh())
    const done = reaction(
      () => handovers.lastDone,
      (last) => (last?.order ? this.roll.put(last.order) : this.refresh()),
    )
    return () => {
      back()
      done()
    }
  }

  /** One key of the keypad, a keyboard or a scanner. */
  type(key: string): void {
    this.write(typedAfter(this.typed, key))
  }

  /** What stands in the field. */
  write(text: string): void {
    this.typed = text.trim().slice(0, longest)
    this.words = null
    if (!this.typed) return
    // the next guest's turn begins: an answer that is still to come is not waited for any more
    this.outcome = null
    this.current = null
  }

  erase(): void {
    this.write(erasedOne(this.typed))
  }

  /** Ready for the next guest. */
  next(): void {
    this.write('')
    this.outcome = null
  }

  /** Hands over what stands in the field. */
  async enter(): Promise<void> {
    const { typed } = this
    if (isScanned(typed) || isNumber(typed)) await this.read(typed)
    // the second of two quick taps finds nothing more to do
    else if (typed || !this.busy) this.words = typed.startsWith('J') ? '没有读全，请再扫一次。' : '请输满四位取餐号。'
  }

  async scan(): Promise<void> {
    try {
      const code = await scanCode()
      if (code) await this.read(code.trim())
    } catch {
      runInAction(() => {
        this.words = '没有打开相机。请在手机设置里允许使用相机，或输四位取餐号。'
      })
    }
  }

  /** Takes the money for an order and hands it over. */
  async payAndHand(order: CounterOrder): Promise<void> {
    if (await this.till.settle(order, 'pay')) await this.read(order.number)
  }

  private async read(code: string): Promise<void> {
    const readAt = Date.now()
    const meal = isNumber(code) ? this.roll.meal : null
    const order = meal ? this.roll.find(code) : this.roll.byId(orderIdOf(code))
    const hindrance = hindranceBefore(code, order, this.roll, readAt)
    this.say(hindrance && { kind: 'refused', order, hindrance })
    if (hindrance) return
    const one = newHandover({ canteenId: this.canteenId, code, meal, order, readAt })
    this.current = one.id
    this.hear(one, await handovers.handOver(one), order)
  }

  private hear(one: Handover, sent: Sent, order: CounterOrder | null): void {
    // the next guest is being served: what the server will not have stands among what needs a look
    if (one.id !== this.current) return
    this.current = null
    if (sent.kind !== 'refused') {
      const known = (sent.kind === 'done' && sent.order) || order
      this.say({ kind: 'handed', order: known, at: one.readAt, pending: sent.kind === 'waiting' })
      return
    }
    handovers.tick(one.id)
    this.say({ kind: 'refused', order, hindrance: hindranceOf(sent.error) })
    this.refresh()
  }

  private say(outcome: Outcome | null): void {
    this.typed = ''
    this.words = null
    this.outcome = outcome
  }
}
