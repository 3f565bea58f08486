import type { Foundation } from '../../foundation'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { shanghaiDay } from '../../shared/shanghai'
import { getOrder } from './access'
import { type Booking, book, bookAtOnce, bookInTurn, look, Overtaken } from './book'
import { end } from './end'
import { MealTurns } from './meal-turns'
import type { MenuCache } from './menu-cache'
import type { Judged } from './order-check'
import type { PickupSigner } from './pickup-code'
import { findMine, findUpcoming, type OrderRow } from './queries-orders'
import { rate } from './rate'
import { cancelTooLate, orderEnded } from './refusals'
import type { CanteenHandlers } from './routes'
import { mayCancel } from './rules'
import { suggestAgain } from './suggest-again'
import { orderOf, windowOf } from './view'

type OrderCalls =
  | 'POST /orders/quotes'
  | 'POST /orders'
  | 'GET /orders'
  | 'GET /orders/suggestion'
  | 'GET /orders/:id'
  | 'POST /orders/:id/cancel'
  | 'GET /orders/:id/pickup-code'
  | 'POST /orders/:id/ratings'

/** What guests do with meals: their own, and those they book for their family. */
export function orderHandlers({ sealer }: Foundation, menus: MenuCache, signer: PickupSigner): Pick<CanteenHandlers, OrderCalls> {
  const turns = new MealTurns()
  return {
    'POST /orders/quotes': async ({ db, person, body, now }) => {
      const { bill, setting } = await look(db, { person, wanted: body, sealer, now })
      const { totalFen, lines, payableFen } = bill
      const { orderUntil, cancelUntil } = setting.menu
      return { bill: { totalFen, lines, payableFen }, windows: setting.windows.map(windowOf), orderUntil, cancelUntil }
    },
    'POST /orders': async ({ db, person, body, now, write, once, isRepeat }) => {
      const booking = { person, wanted: body, sealer, now }
      // Who comes too late, and that are most in a rush, is refused without a transaction.
      const looked = await look(db, booking).catch(async (refusal) => {
        if (await isRepeat()) return undefined
        throw refusal
      })
      const row = await turns.run(body, () =>
        bookLooked(booking, looked, { db, write, once }).catch((error) => {
          if (!(error instanceof Overtaken)) throw error
          return write((tx, receipt) => bookInTurn(tx, booking, receipt))
        }),
      )
      menus.drop(body.canteenId)
      return orderOf(row, person.personId, now)
    },
    'GET /orders': async ({ db, person, query, now }) => {
      const { scope = 'mine', limit = 20 } = query
      const show = (rows: Awaited<ReturnType<typeof findMine>>) => rows.map((row) => orderOf(row, person.personId, now))
      if (scope === 'upcoming')
        return { items: show(await findUpcoming(db, person.personId, shanghaiDay(now), now, limit)), nextCursor: null }
      const rows = await findMine(db, person.personId, decodeCursor(query.cursor, 'day', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, (row) => encodeCursor(row.date, row.id))
      return { items: show(items), nextCursor }
    },
    'GET /orders/suggestion': ({ db, person, query, now }) => suggestAgain(db, query, person, now),
    'GET /orders/:id': async ({ db, person, params, now }) => orderOf(await getOrder(db, params.id, person), person.personId, now),
    'POST /orders/:id/cancel': async ({ person, params, now, write }) => {
      const row = await write(async (tx) => {
        const order = await getOrder(tx, params.id, person)
        if (order.state !== 'booked') throw orderEnded(order)
        if (!mayCancel(order, now)) throw cancelTooLate(order)
        if (!(await end(tx, order, 'cancel', { actorId: person.personId, reason: null }, now)))
          throw orderEnded(await getOrder(tx, params.id, person))
        return getOrder(tx, params.id, person)
      })
      menus.drop(row.canteenId)
      return orderOf(row, person.personId, now)
    },
    'GET /orders/:id/pickup-code': async ({ db, person, params, now }) => {
      const order = await getOrder(db, params.id, person)
      if (order.state !== 'booked') throw orderEnded(order)
      return { number: order.number, ...signer.codeOf(order.id, now) }
    },
    'POST /orders/:id/ratings': async ({ person, params, body, now, write }) => {
      const row = await write((tx) => rate(tx, params.id, body, person, now))
      menus.drop(row.canteenId)
      return orderOf(row, person.personId, now)
    },
  }
}

type Ways = Pick<Parameters<CanteenHandlers['POST /orders']>[0], 'db' | 'write' | 'once'>

/** The quickest way there is for the order. Throws a Refusal, or Overtaken. */
async function bookLooked(booking: Booking, looked: Judged | undefined, { db, write, once }: Ways): Promise<OrderRow> {
  if (!looked) return write((tx, receipt) => bookInTurn(tx, booking, receipt))
  const keyed = once()
  const row = keyed && (await bookAtOnce(db, booking, looked, keyed))
  return row ?? write((tx, receipt) => book(tx, booking, looked, receipt))
}
