import type { Db } from '../../database/connect'
import { notFound } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { type EaterRow, findEaters } from './queries-family'
import { type CanteenRow, findCanteens } from './queries-menu'
import { findOrder, type OrderRow } from './queries-orders'
import { noSuchEater } from './refusals'

/** The canteen. Throws 404 when there is none. */
export async function getCanteen(db: Db, id: string): Promise<CanteenRow> {
  const [canteen] = await findCanteens(db, id)
  if (!canteen) throw notFound('canteen-unknown', '没有这家食堂。')
  return canteen
}

/** The canteen, when the person works there: a grant counts in the person's town only. Throws 404 when not. */
export async function getOwnCanteen(db: Db, id: string, person: Identity): Promise<CanteenRow> {
  const canteen = await getCanteen(db, id)
  const works = person.grants.some(({ role, scopeCode }) => role === 'canteen_staff' && scopeCode === id)
  if (!works || canteen.townCode !== person.townCode) throw notFound('canteen-unknown', '没有这家食堂，或者您不在这里工作。')
  return canteen
}

/** The meal, when the person booked it or eats it. Throws 404 when not, as if it were not there. */
export async function getOrder(db: Db, id: string, { personId }: Identity): Promise<OrderRow> {
  const order = await findOrder(db, id)
  if (!order || (order.ordererId !== personId && order.eaterId !== personId)) {
    throw notFound('canteen-order-unknown', '没有这份订餐，或者不是您的。')
  }
  return order
}

/** The meal of the canteen. Throws 404 when it is none of theirs. */
export async function getOrderAt(db: Db, canteenId: string, id: string): Promise<OrderRow> {
  const order = await findOrder(db, id)
  if (order?.canteenId !== canteenId) throw notFound('canteen-order-unknown', '本食堂没有这份订餐。')
  return order
}

/** Somebody the person books for: themselves, or who has agreed. Throws 404 when they have not. */
export async function getEater(db: Db, bookerId: string, eaterId: string, now: Date): Promise<EaterRow> {
  const eater = (await findEaters(db, bookerId, now)).find((row) => row.personId === eaterId)
  if (!eater) throw noSuchEater()
  return eater
}
