import { CallError } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Menu, Order, Sitting } from '../../../../contract/canteen'
import { baskets, type Meal } from '../baskets-store'
import { rememberedEater } from '../eater-memory'
import { type MenusStore, menusOf, portionsLeft } from '../menus-store'
import { nextOpen } from '../next-open'
import { OrderStore, type Setting, type Wish } from './order-store'

export interface OrderParams {
  readonly canteen?: string
  readonly date?: string
  readonly sitting?: string
  /** Who eats. */
  readonly for?: string
  /** What the eater had last. */
  readonly again?: string
  /** What was in this order. */
  readonly like?: string
}

/** Nothing to book, and where to look instead. */
export interface Nothing {
  readonly why: 'no-meal' | 'no-eater' | 'no-last' | 'no-basket'
  readonly canteenId: string
}
type Filling = Pick<Setting, 'replaced'> & Pick<Wish, 'window' | 'mode'>

/** Gathers what an order page needs to know, and fills the basket where a meal is to be had again. Throws CallError. */
export async function openOrder(params: OrderParams): Promise<OrderStore | Nothing> {
  const like = params.like ? await call('GET /orders/:id', { params: { id: params.like } }) : null
  const canteenId = like?.canteenId ?? params.canteen ?? ''
  const menus = menusOf(canteenId)
  const [canteen, { eaters }, booked] = await Promise.all([
    call('GET /canteens/:id', { params: { id: canteenId } }),
    call('GET /me/family'),
    like ? call('GET /orders', { query: { scope: 'upcoming', limit: 50 } }) : { items: [] },
    menus.week.refresh(),
  ])
  if (!menus.week.value) throw new CallError(0, 'menus', menus.week.error ?? '')
  const menu = menuFor(params, menus, like, booked.items)
  if (!menu) return { why: 'no-meal', canteenId }
  const meal: Meal = { canteenId, date: menu.date, sitting: menu.sitting }
  const wished = params.for ?? like?.eater.id
  const [eater] = [wished, rememberedEater()].flatMap((id) => eaters.filter(({ personId }) => personId === id)).concat(eaters)
  if (!eater || (wished && eater.personId !== wished)) return { why: 'no-eater', canteenId }
  const filling = await fill(params, meal, menu, like, eater.linkId && eater.personId)
  if (!filling) return { why: 'no-last', canteenId }
  const store = new OrderStore({ meal, canteen, eaters, menus, replaced: filling.replaced }, { ...filling, eaterId: eater.personId })
  return store.lines.length > 0 ? store : { why: 'no-basket', canteenId }
}

function menuFor({ date = '', sitting }: OrderParams, menus: MenusStore, like: Order | null, booked: Order[]): Menu | null {
  if (!like) return menus.find(date, sitting as Sitting) ?? null
  return nextOpen(menus.all, { canteenId: menus.canteenId, sitting: like.sitting, eaterId: like.eater.id }, booked)
}

async function fill(
  { again }: OrderParams,
  meal: Meal,
  menu: Menu,
  like: Order | null,
  forPersonId: string | null,
): Promise<Filling | null> {
  if (like) return fillLike(meal, menu, like) ?? fillAgain(meal, forPersonId)
  return again ? fillAgain(meal, forPersonId) : { replaced: [], window: null, mode: 'eat_in' }
}

/** The dishes of that very order which the menu has; null where it has none of them. */
function fillLike(meal: Meal, menu: Menu, { items, window, mode }: Order): Filling | null {
  const left = new Map(menu.items.map((item) => [item.dishId, portionsLeft(item)]))
  const [there, gone] = [true, false].map((has) => items.filter(({ dishId, quantity }) => (left.get(dishId) ?? 0) >= quantity === has))
  if (!there?.length) return null
  baskets.put(meal, Object.fromEntries(there.map(({ dishId, quantity }) => [dishId, quantity])))
  return { replaced: (gone ?? []).map(({ name }) => ({ was: name, now: null })), window: window.starts, mode }
}

/** What the eater had last, as the server suggests it for this menu. */
async function fillAgain(meal: Meal, forPersonId: string | null): Promise<Filling | null> {
  const { canteenId, date, sitting } = meal
  const { basket, replaced } = await call('GET /orders/suggestion', {
    query: { canteenId, date, sitting, ...(forPersonId ? { forPersonId } : {}) },
  })
  if (!basket) return null
  baskets.put(meal, Object.fromEntries(basket.items.map(({ dishId, quantity }) => [dishId, quantity])))
  return { replaced, window: basket.window, mode: basket.mode }
}
