import { sql } from 'kysely'
import type { PaymentState } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { OrderRow } from './queries-orders'
import type { PaymentEvent } from './rules-payment'

/** Moves the payment of an order on with its event; false when it does not stand there any more. */
export async function movePayment(
  tx: Db,
  { townCode, id, payment, state }: OrderRow,
  to: PaymentState,
  { event, actorId }: { event: Extract<PaymentEvent, 'pay' | 'refund'>; actorId: string },
  now: Date,
): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update canteen_orders o set payment = ${to}, last_seq = o.last_seq + 1
      where o.id = ${id}::uuid and o.payment = ${payment} and o.state = ${state} returning o.last_seq)
    insert into canteen_order_events (town_code, order_id, seq, at, kind, actor_id)
    select ${townCode}, ${id}::uuid, last_seq, ${now.toISOString()}::timestamptz, ${event}, ${actorId}::uuid from moved
    returning seq`.execute(tx)
  return rows.length > 0
}
