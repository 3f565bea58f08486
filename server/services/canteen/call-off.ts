import type { Db } from '../../database/connect'
import { end } from './end'
import type { Meal } from './queries-booking'
import { findOfMeal } from './queries-orders'

/**
 * Cancels what is booked of a meal that was called off. Each order in a transaction of its own, since whoever cancels their own at the
 * same time locks the order first; what a crash leaves over, the clock ends.
 */
export async function endCalledOff(
  db: Db,
  { canteenId, date, sitting }: Meal,
  cause: { actorId: string | null; reason: string },
  now: Date,
): Promise<void> {
  for (const order of await findOfMeal(db, canteenId, date, sitting)) {
    if (order.state === 'booked') await db.transaction().execute((tx) => end(tx, order, 'call_off', cause, now))
  }
}
