import type { BodyOf } from '../../../contract/call'
import type { canteenCalls, Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { tellEach } from '../../shared/inbox'
import { minutes, shanghaiDay } from '../../shared/shanghai'
import { minuteOfDay, momentAt } from '../../shared/times'
import { collectedLetters } from './letters'
import type { PickupSigner } from './pickup-code'
import { collectOrder } from './queries-end'
import type { CanteenRow } from './queries-menu'
import { findByNumber, findOrder, type OrderRow } from './queries-orders'
import { badCode, noSuchNumber, notHandedOver, otherCanteen } from './refusals'
import { noShowGrace, pickupHindrance } from './rules'

export interface Counter {
  readonly canteen: CanteenRow
  readonly person: Identity
  readonly signer: PickupSigner
  readonly now: Date
}
type Pickup = BodyOf<(typeof canteenCalls)['POST /canteens/:id/pickups']>

/** Hands a meal over by what was said or scanned, in the transaction. Throws a Refusal that says what is wrong with it. */
export async function handOver(tx: Db, counter: Counter, pickup: Pickup): Promise<OrderRow> {
  const { canteen, person, now } = counter
  const readAt = new Date(now.getTime() - (pickup.secondsAgo ?? 0) * 1000)
  const order = await orderBy(tx, counter, pickup, readAt)
  if (order.canteenId !== canteen.id) throw otherCanteen(order)
  const hindrance = pickupHindrance({ ...order, opensAt: momentAt(order.date, order.opens) }, readAt)
  if (hindrance) throw notHandedOver(hindrance, order)
  // What was handed over without a network was booked before it.
  const collectedAt = new Date(Math.max(readAt.getTime(), Date.parse(order.createdAt)))
  const collected = await collectOrder(tx, order.id, person.personId, collectedAt)
  const after = (await findOrder(tx, order.id)) as OrderRow
  if (!collected) throw notHandedOver(after.state === 'collected' ? 'collected' : 'ended', after)
  await tellEach(tx, now, collectedLetters(after))
  return after
}

async function orderBy(tx: Db, { canteen, signer }: Counter, { code, date, sitting }: Pickup, readAt: Date): Promise<OrderRow> {
  const said = code.trim()
  if (/^\d{4}$/.test(said)) {
    const day = date ?? shanghaiDay(readAt)
    const meal = sitting ?? sittingAt(canteen.sittings, readAt)
    const order = await findByNumber(tx, canteen.id, day, meal, said)
    if (!order) throw noSuchNumber(said, day, meal)
    return order
  }
  const read = signer.read(said, readAt)
  if (typeof read === 'string') throw badCode(read)
  const order = await findOrder(tx, read.orderId)
  if (!order) throw badCode('forged')
  return order
}

/** The sitting that is on, or comes next today; late in the evening the last one. */
export function sittingAt(sittings: CanteenRow['sittings'], moment: Date): Sitting {
  const minute = minuteOfDay(new Date(moment.getTime() - minutes(noShowGrace)))
  const ahead = sittings.find(({ closes }) => closes > minute) ?? sittings.at(-1)
  return ahead?.sitting ?? 'lunch'
}
