import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { tellEach } from '../../shared/inbox'
import { reminderLetters } from './letters'
import type { Ending } from './queries-end'
import { ordersWhere } from './queries-orders'

export interface Due {
  readonly id: string
  readonly ending: Exclude<Ending, 'cancel'>
  readonly reason: string | null
}

/** Booked meals that the clock is to end now: called off, not paid in time, not collected since `uncollected`. At most so many of each. */
export async function findDue(db: Db, now: Date, uncollected: string, most: number): Promise<Due[]> {
  const { rows } = await sql<Due>`
    (select o.id, 'call_off' as ending, m.closed_reason as reason from canteen_menus m
      join canteen_orders o on o.town_code = m.town_code and o.canteen_code = m.canteen_code and o.day = m.day and o.sitting = m.sitting
      where m.closed_at is not null and m.ends_at > ${now.toISOString()}::timestamptz and o.state = 'booked' limit ${most}::int)
    union all (select o.id, 'expire', null from canteen_orders o
      where o.state = 'booked' and o.pay_by <= ${now.toISOString()}::timestamptz and o.payment = 'unpaid' limit ${most}::int)
    union all (select o.id, case when m.closed_at is null then 'no_show' else 'call_off' end, m.closed_reason from canteen_orders o
      join canteen_menus m on m.town_code = o.town_code and m.canteen_code = o.canteen_code and m.day = o.day and m.sitting = o.sitting
      where o.state = 'booked' and o.ends_at <= ${uncollected}::timestamptz order by o.ends_at limit ${most}::int)`.execute(db)
  return rows
}

/** Tells of the meals of a day that were booked before then, each once; gives how many. */
export async function remind(tx: Db, day: string, bookedBefore: string, now: Date, most: number): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    update canteen_orders set reminded_at = ${now.toISOString()}::timestamptz where id = any(array(
      select id from canteen_orders where state = 'booked' and reminded_at is null and day = ${day}::date
        and created_at < ${bookedBefore}::timestamptz limit ${most}::int for update skip locked))
    returning id`.execute(tx)
  const reminded = await ordersWhere(tx, sql`o.id = any(${rows.map(({ id }) => id)}::uuid[])`)
  await tellEach(tx, now, reminded.flatMap(reminderLetters))
  return reminded.length
}
