import { call } from '@/lib/request'
import type { AllCalls } from '../../../contract'
import type { BodyOf } from '../../../contract/call'
import type { Menu, Order, Sitting } from '../../../contract/canteen'
import { type SomebodyElse, somebodyElse } from './somebody-else'

/** 爱博社区食堂, in 王阿姨's town; it brings meals home. */
export const aibo = 'CAN-003'
/** 龙柏社区食堂: neither brings meals nor takes money before. */
export const longbai = 'CAN-002'
/** 长者午餐套餐, on every lunch. */
export const setLunch = 'S01'

/** The meals of a sitting that can be ordered, the next one first. */
export async function openMenus(canteenId: string, sitting: Sitting = 'lunch'): Promise<Menu[]> {
  const { items } = await call('GET /canteens/:id/menus', { params: { id: canteenId } })
  return items.filter((menu) => menu.open && menu.sitting === sitting)
}

/** A meal of the next days that can be ordered, the first unless another is asked for. */
export async function openMenu(canteenId: string, ahead = 0, sitting: Sitting = 'lunch'): Promise<Menu> {
  const menu = (await openMenus(canteenId, sitting))[ahead]
  if (!menu) throw new Error(`${canteenId} has no open ${sitting} ${ahead}`)
  return menu
}

export const paramsOf = (canteenId: string, { date, sitting }: Pick<Menu, 'date' | 'sitting'>) => ({ canteen: canteenId, date, sitting })

type Wish = Partial<BodyOf<AllCalls['POST /orders']>>

/** Who holds the phone books one 长者午餐套餐 of that meal, unless something else is wished for. */
export async function bookMeal(canteenId: string, { date, sitting }: Pick<Menu, 'date' | 'sitting'>, wish: Wish = {}): Promise<Order> {
  const items = [{ dishId: setLunch, quantity: 1 }]
  return call('POST /orders', { body: { canteenId, date, sitting, items, mode: 'eat_in', ...wish }, key: `test-${Math.random()}` })
}

/** 陈师傅 of 古北 changes something of a lunch. */
export async function chen(): Promise<SomebodyElse['call']> {
  return (await somebodyElse('canteen_staff')).call
}
