import type { Db } from '../../database/connect'
import { tellEach } from '../../shared/inbox'
import { endedLetters } from './letters'
import { type Ending, endOrder } from './queries-end'
import type { OrderRow } from './queries-orders'

export interface Cause {
  /** Null: the clock. */
  readonly actorId: string | null
  readonly reason: string | null
}

/** Ends a booked meal uneaten and tells who is to know; false when somebody else ended it first, or it may not be ended any more. */
export async function end(tx: Db, order: OrderRow, ending: Ending, cause: Cause, now: Date): Promise<boolean> {
  const ended = await endOrder(tx, order.id, ending, cause, now)
  if (!ended) return false
  await tellEach(tx, now, endedLetters(order, ending, { ...cause, owed: ended.owed }))
  return true
}
