import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { dayAfter } from '@/lib/meal'
import { call } from '@/lib/request'
import { clockTime, dayOf } from '@/lib/time'
import type { Dish, Plan, Sitting } from '../../../../contract/canteen'
import { type Hours, isSameMeal, type Meal, mealAt, mondayOf } from '../staff-meal'

/** A week of menus as they are saved, the meal of it that is on the screen, and what the kitchen can cook. */
export class PlanStore {
  /** The Monday of the week on the screen. */
  week: string
  date: string
  sitting: Sitting
  readonly plans = new Loadable<Plan[]>(async () => (await this.ask(this.week)).items)
  readonly dishes = new Loadable<Dish[]>(async () => (await call('GET /canteens/:id/dishes', { params: { id: this.canteenId } })).items)

  constructor(
    readonly canteenId: string,
    private readonly hours: Hours,
  ) {
    const { date, sitting } = mealAt(hours, Date.now())
    this.week = mondayOf(date)
    this.date = date
    this.sitting = sitting
    makeAutoObservable<this, 'hours'>(this, { canteenId: false, hours: false, plans: false, dishes: false })
  }

  get meal(): Meal {
    return { date: this.date, sitting: this.sitting }
  }

  get plan(): Plan | null {
    return this.plans.value?.find((plan) => isSameMeal(plan, this.meal)) ?? null
  }

  /** Over or called off: nothing can be changed any more. */
  get isFixed(): boolean {
    return this.isOver(this.meal) || this.plan?.closed != null
  }

  isOver({ date, sitting }: Meal): boolean {
    const now = Date.now()
    const closes = this.hours.find((row) => row.sitting === sitting)?.closes ?? '24:00'
    return date < dayOf(now) || (date === dayOf(now) && closes <= clockTime(now))
  }

  itemOf(dishId: string): Plan['items'][number] | undefined {
    return this.plan?.items.find((item) => item.dishId === dishId)
  }

  dishOf(dishId: string): Dish | undefined {
    return this.dishes.value?.find(({ id }) => id === dishId)
  }

  /** Portions that are ordered already. */
  takenOf(dishId: string): number {
    const item = this.itemOf(dishId)
    return item ? item.quota - item.left : 0
  }

  refresh(): Promise<unknown> {
    return Promise.all([this.plans.refresh(), this.dishes.refresh()])
  }

  /** Another week, on the same weekday. */
  turn(weeks: number): Promise<void> {
    this.week = dayAfter(this.week, weeks * 7)
    this.plans.clear()
    this.show({ date: dayAfter(this.date, weeks * 7), sitting: this.sitting })
    return this.plans.refresh()
  }

  show({ date, sitting }: Meal): void {
    this.date = date
    this.sitting = sitting
  }

  /** Takes over a meal as the server has it now. */
  take(plan: Plan): void {
    const { value } = this.plans
    if (value) this.plans.set(value.map((other) => (isSameMeal(other, plan) ? plan : other)))
  }

  private ask(from: string) {
    return call('GET /canteens/:id/plans', { params: { id: this.canteenId }, query: { from, days: 7 } })
  }
}
