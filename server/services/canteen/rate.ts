import type { BodyOf } from '../../../contract/call'
import type { canteenCalls } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { conflict, unfit } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { getOrder } from './access'
import type { OrderRow } from './queries-orders'
import { addStars } from './queries-rating'
import { mayRate } from './rules'

type Rating = BodyOf<(typeof canteenCalls)['POST /orders/:id/ratings']>

/** Writes down what the guests think of the dishes, once for a meal. Throws a Refusal when it is not theirs to rate, or was rated. */
export async function rate(tx: Db, id: string, { items, text }: Rating, person: Identity, now: Date): Promise<OrderRow> {
  const order = await getOrder(tx, id, person)
  if (order.state !== 'collected') throw conflict('canteen-not-eaten', '取餐以后才能评价。')
  items.forEach(({ dishId }, at) => {
    const isFirst = items.findIndex((item) => item.dishId === dishId) === at
    if (!isFirst || !order.items.some((item) => item.dishId === dishId)) {
      throw unfit('canteen-dish-unknown', '这道菜不在这份餐里。', `body/items/${at}/dishId`)
    }
  })
  if (!mayRate(order) || !(await addStars(tx, order, items, { text: text ?? null, actorId: person.personId }, now))) {
    throw conflict('canteen-rated', '这份餐已经评价过了，谢谢您。')
  }
  return { ...order, ratedAt: now.toISOString() }
}
