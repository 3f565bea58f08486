import { call } from '@/lib/request'
import type { Order } from '../../../../contract/canteen'
import type { OrderBody } from './bodies'

/** An order that was sent and never answered: it may have got through or not. */
export interface Unsure {
  readonly since: number
  readonly body: OrderBody
}

/** The phone's clock may be wrong by this much. */
const skewMs = 10 * 60_000

const print = (items: readonly { dishId: string; quantity: number }[]) =>
  items
    .map(({ dishId, quantity }) => `${dishId} ${quantity}`)
    .sort()
    .join()

/**
 * Before another order is sent: the unanswered one, if it did get through. The same body needs no look, its key makes a repeat
 * harmless; a changed one would make a second meal.
 */
export async function findUnsure({ since, body }: Unsure, next: OrderBody): Promise<Order | null> {
  if (JSON.stringify(body) === JSON.stringify(next)) return null
  const { items } = await call('GET /orders', { query: { scope: 'upcoming', limit: 100 } })
  const isIt = (order: Order) =>
    order.canteenId === body.canteenId &&
    order.date === body.date &&
    order.sitting === body.sitting &&
    order.orderer.me &&
    (body.forPersonId ? order.eater.id === body.forPersonId : order.eater.me) &&
    print(order.items) === print(body.items) &&
    new Date(order.createdAt).getTime() > since - skewMs
  return items.find(isIt) ?? null
}
