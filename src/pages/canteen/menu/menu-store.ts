import { makeAutoObservable } from 'mobx'
import type { DishKind, Menu, Sitting } from '../../../../contract/canteen'
import { type Basket, baskets, type Meal } from '../baskets-store'
import { kindWords } from '../labels'
import type { MenusStore, Offered } from '../menus-store'
import { nextOpen } from '../next-open'
import { tastes } from '../tastes-store'

const kinds = Object.keys(kindWords) as DishKind[]
const sittings: readonly Sitting[] = ['breakfast', 'lunch', 'dinner']

/** The menu of one meal, and what is chosen of it. */
export class MenuStore {
  date: string
  private wished: Sitting | null
  /** Whether it is settled which meal is shown; what is loaded later changes it no more. */
  private begun: boolean

  constructor(
    readonly menus: MenusStore,
    today: string,
    first: { readonly date?: string | undefined; readonly sitting?: string | undefined } = {},
  ) {
    this.date = first.date ?? today
    this.wished = sittings.find((one) => one === first.sitting) ?? null
    this.begun = first.date !== undefined
    makeAutoObservable(this, { menus: false })
  }

  /** Loads the week; where no meal was named it begins with the next that can be ordered. */
  async refresh(): Promise<void> {
    this.begin()
    await this.menus.week.refresh()
    this.begin()
  }

  /** The sittings that the day's menus name. */
  get sittings(): Sitting[] {
    return sittings.filter((sitting) => this.menus.find(this.date, sitting))
  }

  get sitting(): Sitting | null {
    const { sittings } = this
    if (this.wished && sittings.includes(this.wished)) return this.wished
    return sittings.find((sitting) => this.menus.find(this.date, sitting)?.open) ?? sittings[0] ?? null
  }

  get menu(): Menu | null {
    return (this.sitting && this.menus.find(this.date, this.sitting)) ?? null
  }

  get meal(): Meal | null {
    return this.sitting && { canteenId: this.menus.canteenId, date: this.date, sitting: this.sitting }
  }

  /** The dishes that suit the person, by kind. */
  get groups(): { readonly kind: DishKind; readonly dishes: Offered[] }[] {
    const suiting = this.dishes.filter(({ dish }) => tastes.fits(dish))
    return kinds
      .map((kind) => ({ kind, dishes: suiting.filter(({ dish }) => dish.kind === kind) }))
      .filter(({ dishes }) => dishes.length > 0)
  }

  /** How many dishes are not shown, because they do not suit. */
  get hidden(): number {
    return this.dishes.filter(({ dish }) => !tastes.fits(dish)).length
  }

  get basket(): Basket {
    return this.meal ? baskets.of(this.meal) : {}
  }

  /** Portions chosen, and their sum before any discount. */
  get sum(): { readonly portions: number; readonly fen: number } {
    const chosen = this.dishes.map(({ dish, priceFen }) => ({ count: this.basket[dish.id] ?? 0, priceFen }))
    return {
      portions: chosen.reduce((sum, { count }) => sum + count, 0),
      fen: chosen.reduce((sum, { count, priceFen }) => sum + count * priceFen, 0),
    }
  }

  /** The next meal that can be ordered instead of a closed one. */
  get instead(): Menu | null {
    return nextOpen(this.menus.all, { canteenId: this.menus.canteenId, sitting: this.sitting ?? undefined })
  }

  show(date: string): void {
    this.begun = true
    this.wished = this.sitting
    this.date = date
  }

  turn(sitting: Sitting): void {
    this.begun = true
    this.wished = sitting
  }

  showMeal({ date, sitting }: Pick<Menu, 'date' | 'sitting'>): void {
    this.date = date
    this.wished = sitting
  }

  choose(dishId: string, quantity: number): void {
    if (this.meal) baskets.set(this.meal, dishId, quantity)
  }

  private get dishes(): Offered[] {
    return this.menu ? this.menus.dishesOf(this.menu) : []
  }

  private begin(): void {
    if (this.begun || this.menus.week.value === null) return
    this.begun = true
    const next = nextOpen(this.menus.all, { canteenId: this.menus.canteenId })
    if (next) this.showMeal(next)
  }
}
