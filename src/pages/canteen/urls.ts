import type { Sitting } from '../../../contract/canteen'
import type { Meal } from './baskets-store'

type SomeMeal = { readonly canteenId: string; readonly date?: string; readonly sitting?: Sitting }

const query = (parts: Record<string, string | undefined>) =>
  Object.entries(parts)
    .filter(([, value]) => value)
    .map(([name, value]) => `${name}=${encodeURIComponent(value ?? '')}`)
    .join('&')

/** The menu of a canteen, at a meal where one is named. */
export const menuUrl = ({ canteenId, date, sitting }: SomeMeal): string =>
  `/pages/canteen/menu/index?${query({ canteen: canteenId, date, sitting })}`

/** The order of a meal: of what was chosen on its menu, or `again` of what the eater had last. */
export const orderUrl = ({ canteenId, date, sitting }: Meal, { eaterId, again }: { eaterId?: string; again?: boolean } = {}): string =>
  `/pages/canteen/order/index?${query({ canteen: canteenId, date, sitting, for: eaterId, again: again ? '1' : undefined })}`

/** An order like another one, of the next such meal. */
export const likeUrl = (orderId: string): string => `/pages/canteen/order/index?${query({ like: orderId })}`

export const mealUrl = (orderId: string): string => `/pages/canteen/meal/index?${query({ id: orderId })}`

/** A meal that was booked just now; `earlier`: it turned out that it had been booked at the try before. */
export const freshMealUrl = (orderId: string, earlier: boolean): string => `${mealUrl(orderId)}&fresh=${earlier ? 'earlier' : '1'}`
