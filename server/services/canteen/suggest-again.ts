import type { QueryOf, ReplyOf } from '../../../contract/call'
import type { canteenCalls } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { momentAt, timeOf } from '../../shared/times'
import { getCanteen, getEater } from './access'
import { type DishRow, findDishes, findMenus } from './queries-menu'
import { findLast } from './queries-orders'
import { suggest } from './rules-suggest'

type Call = (typeof canteenCalls)['GET /orders/suggestion']
const nothing = { basket: null, replaced: [] }

/** The eater's last meal of the kind, as the day's menu allows. Throws 404 when the person may not book for them. */
export async function suggestAgain(db: Db, asked: QueryOf<Call>, { personId }: Identity, now: Date): Promise<ReplyOf<Call>> {
  const { canteenId, date, sitting, forPersonId = personId } = asked
  const eater = await getEater(db, personId, forPersonId, now)
  const canteen = await getCanteen(db, canteenId)
  const last = await findLast(db, forPersonId, canteenId, sitting)
  const menu = (await findMenus(db, canteenId, date, 1)).find((row) => row.sitting === sitting)
  if (!last || !menu?.published || menu.closedReason !== null || new Date(menu.orderUntil) <= now) return nothing
  const codes = [...last.items, ...menu.items].map(({ dishId }) => dishId)
  const dishes = new Map((await findDishes(db, canteenId, codes)).map((dish) => [dish.id, dish]))
  const dish = (id: string) => dishes.get(id) as DishRow
  const { items, replaced } = suggest(
    last.items.map((item) => ({ ...item, kind: dish(item.dishId).kind })),
    menu.items.map((item) => ({ ...item, name: dish(item.dishId).name, kind: dish(item.dishId).kind, left: item.soldOut ? 0 : item.left })),
  )
  if (items.length === 0) return nothing
  const free = menu.windows.filter(({ ends, left }) => left > 0 && momentAt(date, ends) > now)
  const window = free.find(({ starts }) => starts === last.starts) ?? free[0]
  const delivered = last.mode !== 'delivery' || (canteen.delivers && eater.hasAddress)
  return {
    basket: { window: window ? timeOf(window.starts) : null, mode: delivered ? last.mode : 'take_away', items: [...items] },
    replaced: [...replaced],
  }
}
