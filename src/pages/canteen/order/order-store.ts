import { compareStructural, makeAutoObservable, reaction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { momentOf } from '@/lib/time'
import type { Bill, Canteen, Eater, Menu, Mode, PayWay, Quote } from '../../../../contract/canteen'
import { baskets, type Meal } from '../baskets-store'
import type { MenusStore, Offered } from '../menus-store'
import type { BasketBody, OrderBody } from './bodies'
import { BookingStore } from './booking-store'
import { DaysStore } from './days-store'

export interface Setting {
  readonly meal: Meal
  readonly canteen: Canteen
  readonly eaters: readonly Eater[]
  readonly menus: MenusStore
  /** Dishes of the last meal that gave way to others. */
  readonly replaced: readonly { readonly was: string; readonly now: string | null }[]
}
export interface Wish {
  readonly eaterId: string | null
  readonly window: string | null
  readonly mode: Mode
}
export type Line = Offered & { readonly quantity: number }

/** A meal on the way to being booked: for whom, what, when, how, and what it costs. */
export class OrderStore {
  eaterId: string | null
  window: string | null
  mode: Mode
  way: PayWay = 'counter'
  note = ''
  errors: { eater?: string; window?: string } = {}
  readonly quote = new Loadable<Quote>(() => call('POST /orders/quotes', { body: this.basketBody }))
  readonly family: Loadable<Eater[]>
  readonly days: DaysStore
  readonly booking: BookingStore
  private stop = () => {}

  constructor(
    readonly setting: Setting,
    { eaterId, window, mode }: Wish,
  ) {
    this.family = new Loadable(async () => (await call('GET /me/family')).eaters, [...setting.eaters])
    this.eaterId = this.eaters.some(({ personId }) => personId === eaterId) ? eaterId : null
    this.mode = mode === 'delivery' && !this.delivers ? 'eat_in' : mode
    const free = this.windows.filter(({ left }) => left > 0)
    this.window = (free.find(({ starts }) => starts === window) ?? free[0])?.starts ?? null
    this.days = new DaysStore(this)
    this.booking = new BookingStore(this)
    makeAutoObservable<this, 'stop'>(this, { setting: false, quote: false, family: false, days: false, booking: false, stop: false })
  }

  get meal(): Meal {
    return this.setting.meal
  }

  get menu(): Menu | undefined {
    return this.setting.menus.find(this.meal.date, this.meal.sitting)
  }

  /** Whom it can be booked for: somebody may be added meanwhile. */
  get eaters(): Eater[] {
    return this.family.value ?? []
  }

  get eater(): Eater | null {
    return this.eaters.find(({ personId }) => personId === this.eaterId) ?? null
  }

  /** Meals may be brought to this eater's door. */
  get delivers(): boolean {
    return this.setting.canteen.delivers && this.eater?.delivery === true
  }

  /** What was chosen, as the menu has it now. */
  get lines(): Line[] {
    const basket = baskets.of(this.meal)
    const offered = this.menu ? this.setting.menus.dishesOf(this.menu) : []
    return offered.flatMap((one) => (basket[one.dish.id] ? [{ ...one, quantity: basket[one.dish.id] ?? 0 }] : []))
  }

  /** When it can be picked up; what is over is no choice any more. */
  get windows(): Quote['windows'] {
    const all = this.quote.value?.windows ?? this.menu?.windows ?? []
    return all.filter(({ ends }) => new Date(momentOf(this.meal.date, ends)).getTime() > Date.now())
  }

  get bill(): Bill | null {
    return this.quote.value?.bill ?? null
  }

  get basketBody(): BasketBody {
    const { meal, mode, eater } = this
    const items = this.lines.map(({ dish, quantity }) => ({ dishId: dish.id, quantity }))
    return { ...meal, items, mode, ...(eater?.linkId ? { forPersonId: eater.personId } : {}) }
  }

  get body(): OrderBody {
    return {
      ...this.basketBody,
      ...(this.window ? { window: this.window } : {}),
      note: this.note.trim() || null,
      way: this.way,
      ...(this.bill ? { seenFen: this.bill.payableFen } : {}),
    }
  }

  /** Keeps the bill up with what is chosen, until `close`. */
  open(): void {
    this.stop()
    this.stop = reaction(
      () => this.basketBody,
      ({ items }) => (items.length > 0 ? this.quote.refresh() : this.quote.clear()),
      { fireImmediately: true, equals: compareStructural },
    )
    this.days.open()
  }

  close(): void {
    this.stop()
    this.days.close()
  }

  /** Looks again at what is left; what was chosen stays. */
  async look(): Promise<void> {
    const { menus } = this.setting
    this.family.refresh()
    await Promise.all([menus.week.refresh(), this.lines.length > 0 ? this.quote.refresh() : undefined])
    this.letGoOfFullWindow()
  }

  choose(changes: Partial<Pick<OrderStore, 'eaterId' | 'window' | 'mode' | 'way' | 'note'>>): void {
    Object.assign(this, changes)
    if (changes.eaterId) delete this.errors.eater
    if (changes.window) delete this.errors.window
    if (this.mode === 'delivery' && !this.delivers) this.mode = 'eat_in'
    this.booking.forget()
  }

  setPortions(dishId: string, quantity: number): void {
    baskets.set(this.meal, dishId, quantity)
    this.booking.forget()
  }

  /** Books it where nothing is missing; what is stands in `errors`. */
  async confirm(): Promise<void> {
    this.errors = this.missing()
    if (Object.keys(this.errors).length === 0) await this.booking.send()
  }

  private letGoOfFullWindow(): void {
    if (this.windows.some(({ starts, left }) => starts === this.window && left === 0)) this.window = null
  }

  private missing(): OrderStore['errors'] {
    return {
      ...(this.eater ? {} : { eater: '请选给谁订。' }),
      ...(this.window ? {} : { window: '请选取餐时间。' }),
    }
  }
}
