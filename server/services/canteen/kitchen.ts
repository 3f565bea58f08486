import type { KitchenList } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { logAccess } from '../../shared/access-log'
import type { Sealer } from '../../shared/seal'
import { timeOf } from '../../shared/times'
import { dishWords } from './letters'
import type { Meal } from './queries-booking'
import { findDoors, findPortions, type KitchenDishRow } from './queries-kitchen'
import type { CanteenRow } from './queries-menu'
import { findOfMeal, type OrderRow } from './queries-orders'

/** What to make for a meal. The addresses of its deliveries are read for the work's sake, and each read is written down. */
export async function kitchenList(
  tx: Db,
  { canteen, meal, person, sealer, now }: { canteen: CanteenRow; meal: Meal; person: Identity; sealer: Sealer; now: Date },
): Promise<KitchenList> {
  const orders = (await findOfMeal(tx, meal.canteenId, meal.date, meal.sitting)).filter(
    ({ state }) => state === 'booked' || state === 'collected',
  )
  const doors = new Map((await findDoors(tx, meal)).map((door) => [door.orderId, door]))
  for (const { eaterId } of doors.values()) {
    const access = { townCode: canteen.townCode, readerId: person.personId, subjectId: eaterId, matter: canteen.id }
    await logAccess(tx, { ...access, what: 'canteen-address' }, now)
  }
  const windows = windowsIn(orders)
  const line = ({ number, starts, items }: OrderRow) => ({ number, window: timeOf(starts), dishes: dishWords(items) })
  return {
    canteenName: canteen.name,
    date: meal.date,
    sitting: meal.sitting,
    orders: orders.length,
    windows: windows.map(({ starts, ends, orders }) => ({ starts: timeOf(starts), ends: timeOf(ends), orders })),
    dishes: dishesBy(await findPortions(tx, meal), windows),
    notes: orders.flatMap((order) => (order.note === null ? [] : [{ ...line(order), note: order.note }])),
    deliveries: orders.flatMap((order) => {
      const sealed = doors.get(order.id)?.addressSealed
      return order.mode === 'delivery'
        ? [{ ...line(order), eater: order.eaterName, address: sealed ? sealer.open(sealed) : '地址未登记' }]
        : []
    }),
  }
}

interface WindowCount {
  readonly starts: number
  readonly ends: number
  readonly orders: number
}

/** The windows that somebody comes in, by time. */
function windowsIn(orders: readonly OrderRow[]): WindowCount[] {
  const byStart = new Map<number, WindowCount>()
  for (const { starts, ends } of orders) byStart.set(starts, { starts, ends, orders: (byStart.get(starts)?.orders ?? 0) + 1 })
  return [...byStart.values()].sort((a, b) => a.starts - b.starts)
}

function dishesBy(rows: readonly KitchenDishRow[], windows: readonly WindowCount[]): KitchenList['dishes'] {
  const ids = [...new Set(rows.map(({ dishId }) => dishId))]
  return ids.map((id) => {
    const own = rows.filter(({ dishId }) => dishId === id)
    const { dishId, name, kind, allergens } = own[0] as KitchenDishRow
    const byWindow = windows.map(({ starts }) => own.find((row) => row.starts === starts)?.portions ?? 0)
    return { dishId, name, kind, allergens, total: byWindow.reduce((sum, portions) => sum + portions, 0), byWindow }
  })
}
