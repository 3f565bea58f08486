import { compareStructural, makeAutoObservable, observable, reaction } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Order } from '../../../../contract/canteen'
import type { OrderBody } from './bodies'
import type { OrderStore } from './order-store'

/** A further day on which the same is wanted. */
export interface DayLine {
  readonly date: string
  /** asking, priced, refused: before booking; booking, booked, failed: after. */
  readonly state: 'asking' | 'priced' | 'refused' | 'booking' | 'booked' | 'failed'
  readonly payableFen: number | null
  /** Why it cannot be had, in the server's words. */
  readonly words: string | null
  readonly order: Order | null
}

type Host = Pick<OrderStore, 'meal' | 'setting' | 'lines' | 'window' | 'body' | 'basketBody'>
const fresh = (date: string): DayLine => ({ date, state: 'asking', payableFen: null, words: null, order: null })

/** The same meal on more days: one order a day, each with its own price and its own answer. */
export class DaysStore {
  private readonly chosen = observable.map<string, DayLine>({}, { deep: false })
  private readonly keys = new Map<string, RepeatKey>()
  private stop = () => {}
  private run = 0
  /** What the first day was booked with: what comes after is the same. */
  private sent: OrderBody | null = null

  constructor(private readonly host: Host) {
    makeAutoObservable<this, 'host' | 'keys' | 'stop' | 'run' | 'sent'>(this, {
      host: false,
      keys: false,
      stop: false,
      run: false,
      sent: false,
    })
  }

  /** Other days whose menu of this sitting is open, with the dishes that each of them lacks. */
  get offered(): { readonly date: string; readonly lacks: readonly string[] }[] {
    const { meal, setting, lines } = this.host
    return setting.menus.all
      .filter((menu) => menu.open && menu.sitting === meal.sitting && menu.date > meal.date)
      .map((menu) => {
        const there = new Map(setting.menus.dishesOf(menu).map(({ dish, left }) => [dish.id, left]))
        const lacks = lines.filter(({ dish, quantity }) => (there.get(dish.id) ?? 0) < quantity).map(({ dish }) => dish.name)
        return { date: menu.date, lacks }
      })
  }

  /** The chosen days in order. */
  get lines(): DayLine[] {
    return [...this.chosen.values()].sort((one, other) => (one.date < other.date ? -1 : 1))
  }

  /** How many of them can be had. */
  get meals(): number {
    return this.lines.filter(({ state }) => state !== 'refused').length
  }

  /** What the further days come to, of those that can be had. */
  get fen(): number {
    return this.lines.reduce((sum, { payableFen }) => sum + (payableFen ?? 0), 0)
  }

  get asking(): boolean {
    return this.lines.some(({ state }) => state === 'asking')
  }

  /** Keeps the prices up with what is chosen, until `close`. */
  open(): void {
    this.stop()
    this.stop = reaction(
      () => [this.host.basketBody, this.host.window],
      () => this.askAll(),
      { equals: compareStructural },
    )
  }

  close(): void {
    this.stop()
  }

  toggle(date: string): void {
    if (this.chosen.delete(date)) return
    this.set(fresh(date))
    this.ask(date)
  }

  /** Books the days one after the other; each line says how it went. What was refused is tried again when the rest is. */
  async book(): Promise<void> {
    const again = this.sent !== null
    this.sent ??= this.host.body
    const wanted = this.lines.filter(({ state }) => state === 'priced' || (again && state !== 'booked'))
    for (const line of wanted) await this.bookOne(line)
  }

  private async bookOne({ date, payableFen }: DayLine): Promise<void> {
    this.set({ ...fresh(date), state: 'booking', payableFen })
    const body = { ...this.bodyOn(date), ...(payableFen === null ? {} : { seenFen: payableFen }) }
    const key = this.keys.get(date) ?? new RepeatKey()
    this.keys.set(date, key)
    try {
      const order = await call('POST /orders', { body, key: key.of(body) })
      this.set({ date, state: 'booked', payableFen: order.bill.payableFen, words: null, order })
    } catch (error) {
      // another price has been read in the words: it need not be the old one at the next try
      const seen = error instanceof CallError && error.code === 'canteen-price-changed' ? null : payableFen
      this.set({ ...fresh(date), state: 'failed', payableFen: seen, words: wordsOf(error) })
    }
  }

  private bodyOn(date: string): OrderBody {
    const { seenFen: _, ...body } = this.sent ?? this.host.body
    return { ...body, date }
  }

  private askAll(): void {
    this.run += 1
    for (const { date } of this.lines) {
      this.set(fresh(date))
      this.ask(date)
    }
  }

  private async ask(date: string): Promise<void> {
    const { run } = this
    const { note: _, way: __, ...body } = this.bodyOn(date)
    try {
      const { bill } = await call('POST /orders/quotes', { body })
      this.answer(run, { ...fresh(date), state: 'priced', payableFen: bill.payableFen })
    } catch (error) {
      this.answer(run, { ...fresh(date), state: 'refused', words: wordsOf(error) })
    }
  }

  /** An answer to an older question, or for a day that is not wanted any more, is dropped. */
  private answer(run: number, line: DayLine): void {
    if (run === this.run && this.chosen.has(line.date)) this.set(line)
  }

  private set(line: DayLine): void {
    this.chosen.set(line.date, line)
  }
}
