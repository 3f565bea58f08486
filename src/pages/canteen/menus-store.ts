import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { dayAfter } from '@/lib/meal'
import { call } from '@/lib/request'
import { dayOf } from '@/lib/time'
import type { AllCalls } from '../../../contract'
import type { ReplyOf } from '../../../contract/call'
import type { Dish, Menu, Sitting } from '../../../contract/canteen'

export type MenuItem = Menu['items'][number]
/** A dish as one meal has it. */
export interface Offered {
  readonly dish: Dish
  readonly priceFen: number
  /** Portions that can still be had. */
  readonly left: number
}

/** Portions that can still be had: none of what the kitchen has switched off. */
export const portionsLeft = ({ left, soldOut }: MenuItem): number => (soldOut ? 0 : Math.max(0, left))

/** The week's menus of one canteen. */
export class MenusStore {
  readonly week = new Loadable<ReplyOf<AllCalls['GET /canteens/:id/menus']>>(() =>
    call('GET /canteens/:id/menus', { params: { id: this.canteenId } }),
  )

  constructor(readonly canteenId: string) {
    makeAutoObservable(this, { canteenId: false, week: false })
  }

  get all(): Menu[] {
    return this.week.value?.items ?? []
  }

  find(date: string, sitting: Sitting): Menu | undefined {
    return this.all.find((menu) => menu.date === date && menu.sitting === sitting)
  }

  /** The dishes of a meal in the order of its menu. */
  dishesOf(menu: Menu): Offered[] {
    return menu.items.flatMap((item) => {
      const dish = this.dishes.get(item.dishId)
      return dish ? [{ dish, priceFen: item.priceFen, left: portionsLeft(item) }] : []
    })
  }

  private get dishes(): Map<string, Dish> {
    return new Map(this.week.value?.dishes.map((dish) => [dish.id, dish]))
  }
}

/** Today and the six days after it. */
export const weekFrom = (now: number): string[] => Array.from({ length: 7 }, (_, index) => dayAfter(dayOf(now), index))

const stores = new Map<string, MenusStore>()

/** The menus of a canteen, the same for all pages: what one has loaded, the next shows at once. */
export function menusOf(canteenId: string): MenusStore {
  const store = stores.get(canteenId) ?? new MenusStore(canteenId)
  stores.set(canteenId, store)
  return store
}
