import { makeAutoObservable, observable } from 'mobx'
import { keep, recall } from '@/lib/storage'
import { dayOf } from '@/lib/time'
import type { Sitting } from '../../../contract/canteen'

export interface Meal {
  readonly canteenId: string
  readonly date: string
  readonly sitting: Sitting
}
/** Portions by dish. */
export type Basket = Readonly<Record<string, number>>

/** Portions of one dish in one order, as the server takes them. */
export const mostPortions = 10
/** Dishes in one order, as the server takes them. */
export const mostDishes = 20

const keptAs = 'canteen-baskets'
const keyOf = ({ canteenId, date, sitting }: Meal) => `${date} ${sitting} ${canteenId}`
const none: Basket = {}

/** What was chosen for each meal and is not booked yet, kept on the phone through a kill. */
export class BasketsStore {
  private readonly kept = observable.map<string, Basket>(this.recalled())

  constructor() {
    makeAutoObservable(this)
  }

  of(meal: Meal): Basket {
    return this.kept.get(keyOf(meal)) ?? none
  }

  set(meal: Meal, dishId: string, quantity: number): void {
    const { [dishId]: _, ...others } = this.of(meal)
    const basket = quantity > 0 ? { ...this.of(meal), [dishId]: Math.min(quantity, mostPortions) } : others
    if (Object.keys(basket).length <= mostDishes) this.put(meal, basket)
  }

  /** Replaces what was chosen. */
  put(meal: Meal, basket: Basket): void {
    if (Object.keys(basket).length > 0) this.kept.set(keyOf(meal), basket)
    else this.kept.delete(keyOf(meal))
    keep(keptAs, Object.fromEntries(this.kept))
  }

  clear(meal: Meal): void {
    this.put(meal, none)
  }

  /** What was left of days gone by is forgotten. */
  private recalled(): [string, Basket][] {
    const today = dayOf(Date.now())
    return Object.entries(recall<Record<string, Basket>>(keptAs, {})).filter(([key]) => key >= today)
  }
}

export const baskets = new BasketsStore()
