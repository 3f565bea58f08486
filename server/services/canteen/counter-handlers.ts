import type { Foundation } from '../../foundation'
import { getOrderAt, getOwnCanteen } from './access'
import { handOver } from './hand-over'
import { kitchenList } from './kitchen'
import { kitchenWorkbook } from './kitchen-workbook'
import { settle } from './payment'
import type { PickupSigner } from './pickup-code'
import { findOfMeal } from './queries-orders'
import type { CanteenHandlers } from './routes'
import { counterOrderOf } from './view'

type CounterCalls =
  | 'GET /canteens/:id/orders'
  | 'POST /canteens/:id/pickups'
  | 'POST /canteens/:id/orders/:orderId/payments'
  | 'GET /canteens/:id/kitchen'
  | 'GET /canteens/:id/kitchen.xlsx'

/** What the counter and the kitchen do with the meals of their canteen. */
export function counterHandlers({ sealer }: Foundation, signer: PickupSigner): Pick<CanteenHandlers, CounterCalls> {
  return {
    'GET /canteens/:id/orders': async ({ db, person, params, query }) => {
      await getOwnCanteen(db, params.id, person)
      return { items: (await findOfMeal(db, params.id, query.date, query.sitting)).map(counterOrderOf) }
    },
    'POST /canteens/:id/pickups': ({ person, params, body, now, write }) => {
      // Sent again, the same scan was read more seconds ago.
      const { secondsAgo, ...scan } = body
      return write(async (tx) => {
        const canteen = await getOwnCanteen(tx, params.id, person)
        return counterOrderOf(await handOver(tx, { canteen, person, signer, now }, body))
      }, JSON.stringify(scan))
    },
    'POST /canteens/:id/orders/:orderId/payments': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        await getOwnCanteen(tx, params.id, person)
        return counterOrderOf(await settle(tx, await getOrderAt(tx, params.id, params.orderId), body.event, person, now))
      }),
    'GET /canteens/:id/kitchen': ({ person, params, query, now, write }) =>
      write(async (tx) => {
        const canteen = await getOwnCanteen(tx, params.id, person)
        return kitchenList(tx, { canteen, meal: { canteenId: params.id, ...query }, person, sealer, now })
      }),
    'GET /canteens/:id/kitchen.xlsx': async ({ person, params, query, now, write, reply }) => {
      const list = await write(async (tx) => {
        const canteen = await getOwnCanteen(tx, params.id, person)
        return kitchenList(tx, { canteen, meal: { canteenId: params.id, ...query }, person, sealer, now })
      })
      reply.header('content-disposition', `attachment; filename="kitchen-${query.date}-${query.sitting}.xlsx"`)
      return kitchenWorkbook(list)
    },
  }
}
