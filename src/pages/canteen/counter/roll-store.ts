import { makeAutoObservable, observableRef } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import type { CounterOrder } from '../../../../contract/canteen'
import { isSameMeal, type Meal } from '../staff-meal'
import { handovers } from './handover-queue'

const keptAs = 'canteen-roll'
/** A meal's list as it was loaded last. */
interface Roll {
  readonly canteenId: string
  readonly meal: Meal
  readonly at: number
  readonly items: readonly CounterOrder[]
}
export type Shelf = 'waiting' | 'collected' | 'refund' | 'all'
const perShow = 20

/** All orders of a meal, kept on the phone: the counter goes on without a network. */
export class RollStore {
  meal: Meal
  shelf: Shelf = 'waiting'
  /** How many lines are drawn: WeChat bears few nodes. */
  shown = perShow
  readonly roll: Loadable<Roll>

  constructor(
    readonly canteenId: string,
    meal: Meal,
  ) {
    this.meal = meal
    this.roll = new Loadable(() => this.ask(), this.kept)
    makeAutoObservable(this, { roll: false, canteenId: false, meal: observableRef })
  }

  get items(): readonly CounterOrder[] {
    return this.roll.value?.items ?? []
  }

  /** Whether the server knows that it was handed over, or will know. */
  isCollected({ id, state }: CounterOrder): boolean {
    return state === 'collected' || handovers.pending(id) !== undefined
  }

  get counts(): { collected: number; all: number; refunds: number } {
    const live = this.items.filter(({ state }) => state === 'booked' || state === 'collected' || state === 'no_show')
    return {
      collected: live.filter((order) => this.isCollected(order)).length,
      all: live.length,
      refunds: this.items.filter(isOwed).length,
    }
  }

  /** The lines of a shelf that begin with the digits, by window. */
  lines(digits: string): CounterOrder[] {
    const on: Record<Shelf, (order: CounterOrder) => boolean> = {
      waiting: (order) => order.state === 'booked' && !this.isCollected(order),
      collected: (order) => this.isCollected(order),
      refund: isOwed,
      all: () => true,
    }
    return this.items.filter((order) => on[this.shelf](order) && order.number.startsWith(digits)).sort(byWindow)
  }

  find(number: string): CounterOrder | null {
    return this.items.find((order) => order.number === number) ?? null
  }

  byId(id: string | null): CounterOrder | null {
    return this.items.find((order) => order.id === id) ?? null
  }

  show(shelf: Shelf): void {
    this.shelf = shelf
    this.shown = perShow
  }

  more(): void {
    this.shown += perShow
  }

  /** Loads the list of a meal, another or the same. */
  load(meal: Meal): Promise<void> {
    if (!isSameMeal(meal, this.meal)) this.turnTo(meal)
    return this.roll.refresh()
  }

  /** Takes over what the server said of one order. */
  put(order: CounterOrder): void {
    const roll = this.roll.value
    if (!roll?.items.some(({ id }) => id === order.id)) return
    this.roll.set({ ...roll, items: roll.items.map((other) => (other.id === order.id ? order : other)) })
    keep(keptAs, this.roll.value)
  }

  private turnTo(meal: Meal): void {
    this.meal = meal
    this.shown = perShow
    this.roll.clear()
    const { kept } = this
    if (kept) this.roll.set(kept)
  }

  private get kept(): Roll | null {
    const kept = recall<Roll | null>(keptAs, null)
    return kept?.canteenId === this.canteenId && isSameMeal(kept.meal, this.meal) ? kept : null
  }

  private async ask(): Promise<Roll> {
    const { canteenId, meal } = this
    const { items } = await call('GET /canteens/:id/orders', { params: { id: canteenId }, query: { ...meal } })
    const roll = { canteenId, meal, at: Date.now(), items }
    keep(keptAs, roll)
    return roll
  }
}

/** Ended uneaten after it was paid: the guest gets the money back. */
export const isOwed = ({ payment }: CounterOrder): boolean => payment === 'refunding'

const byWindow = (one: CounterOrder, other: CounterOrder): number =>
  one.window.starts.localeCompare(other.window.starts) || one.number.localeCompare(other.number)
