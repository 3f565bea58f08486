import { makeAutoObservable, observableRef } from 'mobx'
import { yuan } from '@/lib/money'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Dish, Plan } from '../../../../contract/canteen'
import { isSameMeal, type Meal } from '../staff-meal'
import { bodyOf, type DraftItem, draftOf, faultOf, isSame, usualQuota } from './plan-draft'
import { PlanDrafts } from './plan-drafts'
import type { PlanStore } from './plan-store'

/** How a change of a meal went. */
interface Said {
  readonly meal: Meal
  /** What went wrong; null: it is saved. */
  readonly failure: string | null
}

/** What is changed in the meal on the screen: a draft on the phone until it is saved, whichever meal is looked at meanwhile. */
export class DraftStore {
  saving = false
  /** The dish that is being switched off or on. */
  switching: string | null = null
  private said: Said | null = null
  private readonly drafts: PlanDrafts

  constructor(readonly at: PlanStore) {
    this.drafts = new PlanDrafts(at.canteenId)
    makeAutoObservable<this, 'drafts' | 'said'>(this, { at: false, drafts: false, said: observableRef })
  }

  get items(): DraftItem[] {
    return this.drafts.of(this.at.meal) ?? (this.at.plan ? draftOf(this.at.plan) : [])
  }

  get isChanged(): boolean {
    return this.isUnsaved(this.at.meal)
  }

  isUnsaved(meal: Meal): boolean {
    return this.drafts.of(meal) !== undefined
  }

  /** Meals of the week that are changed and not saved. */
  get unsaved(): Plan[] {
    return this.at.plans.value?.filter((plan) => this.isUnsaved(plan)) ?? []
  }

  /** What is wrong with the lines, by dish. */
  get faults(): Map<string, string> {
    const found = this.items.map((item) => [item.dishId, faultOf(item, this.at.takenOf(item.dishId))] as const)
    return new Map(found.filter((pair): pair is readonly [string, string] => pair[1] !== null))
  }

  get failure(): string | null {
    return this.here?.failure ?? null
  }

  /** Whether the meal on the screen has just been saved. */
  get isSaved(): boolean {
    return this.here !== null && this.here.failure === null && !this.isChanged
  }

  change(dishId: string, change: Partial<Omit<DraftItem, 'dishId'>>): void {
    this.put(this.items.map((item) => (item.dishId === dishId ? { ...item, ...change } : item)))
  }

  add(dish: Dish): void {
    if (this.items.some(({ dishId }) => dishId === dish.id)) return
    this.put([...this.items, { dishId: dish.id, quota: usualQuota, price: yuan(dish.priceFen) }])
  }

  remove(dishId: string): void {
    this.put(this.items.filter((item) => item.dishId !== dishId))
  }

  /** Back to what is saved. */
  discard(): void {
    this.drafts.drop(this.at.meal)
    this.said = null
  }

  async save(): Promise<void> {
    if (this.saving || this.faults.size > 0) return
    const { items } = this
    const { meal, canteenId: id } = this.at
    this.saving = true
    await this.tell(meal, async () => {
      const plan = await call('PUT /canteens/:id/plans/:date/:sitting', { params: { id, ...meal }, body: { items: bodyOf(items) } })
      // what was typed meanwhile is not saved
      if (this.drafts.of(meal) === items) this.drafts.drop(meal)
      this.at.take(plan)
    })
  }

  /** Sold out, or on again: at once, whatever else is being changed. */
  async switchOff(dishId: string, soldOut: boolean): Promise<void> {
    const { meal, canteenId: id } = this.at
    if (this.switching) return
    this.switching = dishId
    await this.tell(meal, async () => {
      const params = { id, ...meal, dishId }
      const changed = await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut } })
      const plan = this.at.plans.value?.find((other) => isSameMeal(other, meal))
      if (plan) this.at.take({ ...plan, items: plan.items.map((item) => (item.dishId === dishId ? changed : item)) })
    })
  }

  private get here(): Said | null {
    return this.said && isSameMeal(this.said.meal, this.at.meal) ? this.said : null
  }

  private put(items: DraftItem[]): void {
    this.said = null
    const { plan, meal } = this.at
    if (plan && isSame(items, plan)) this.drafts.drop(meal)
    else this.drafts.put(meal, items)
  }

  private async tell(meal: Meal, act: () => Promise<void>): Promise<void> {
    const failure = await act().then(() => null, wordsOf)
    this.end({ meal, failure })
  }

  private end(said: Said): void {
    this.saving = false
    this.switching = null
    this.said = said
  }
}
