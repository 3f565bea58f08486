import type { Db } from '../../database/connect'
import { conflict } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { tell } from '../../shared/inbox'
import { refundedLetter } from './letters'
import type { OrderRow } from './queries-orders'
import { movePayment } from './queries-payment'
import { paymentAfter } from './rules-payment'

/** The counter took money for a booked meal, or gave back what is owed for one that ended. Throws 409 when it cannot. */
export async function settle(tx: Db, order: OrderRow, event: 'pay' | 'refund', person: Identity, now: Date): Promise<OrderRow> {
  const to = paymentAfter(order.payment, event)
  const inTime = event === 'refund' || order.state === 'booked'
  if (!to || !inTime || !(await movePayment(tx, order, to, { event, actorId: person.personId }, now))) {
    throw conflict('canteen-payment', event === 'pay' ? '这份餐不用收款，或者已经收过了。' : '这份餐没有要退的钱，或者已经退过了。')
  }
  if (event === 'refund') {
    const { personId, ...told } = refundedLetter(order)
    await tell(tx, now, [personId], told)
  }
  return { ...order, payment: to }
}
