import type { Db } from '../../database/connect'
import type { Job } from '../../shared/jobs'
import { later, minutes, shanghaiDay } from '../../shared/shanghai'
import { dayAfter, momentAt } from '../../shared/times'
import { end } from './end'
import { type Due, findDue, remind } from './queries-clock'
import { findOrder } from './queries-orders'
import { noShowGrace } from './rules'

const batch = 500
/** Tomorrow's meals are told of at six in the evening, minutes of the day. */
const reminderMinute = 18 * 60

/** Ends meals that nobody paid for or came for, and tells of tomorrow's. Each meal in a transaction of its own, each once, whoever else is at it. */
export const canteenClock: Job = {
  name: 'canteen-clock',
  everySeconds: 15,
  async run(db, now) {
    const failures: unknown[] = []
    for (const due of await findDue(db, now, later(now, -minutes(noShowGrace)), batch)) {
      await strike(db, due, now).catch((error) => failures.push(error))
    }
    await remindOfTomorrow(db, now).catch((error) => failures.push(error))
    // One meal that cannot be dealt with must not hold up the others.
    if (failures.length > 0) throw new AggregateError(failures, `canteen-clock: ${failures.length} failed`)
  },
}

async function strike(db: Db, { id, ending, reason }: Due, now: Date): Promise<void> {
  const order = await findOrder(db, id)
  if (!order) return
  await db.transaction().execute((tx) => end(tx, order, ending, { actorId: null, reason }, now))
}

async function remindOfTomorrow(db: Db, now: Date): Promise<void> {
  const today = shanghaiDay(now)
  const since = momentAt(today, reminderMinute)
  if (now < since) return
  for (let reminded = batch; reminded === batch; ) {
    reminded = await db.transaction().execute((tx) => remind(tx, dayAfter(today, 1), since.toISOString(), now, batch))
  }
}
