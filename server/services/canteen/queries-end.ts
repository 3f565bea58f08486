import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database/connect'

export type Ending = 'cancel' | 'call_off' | 'expire' | 'no_show'
const states: Readonly<Record<Ending, string>> = { cancel: 'cancelled', call_off: 'cancelled', expire: 'expired', no_show: 'no_show' }

/** What must still be so when the order is ended: whoever else ended it first has done it. */
const conditions: Readonly<Record<Ending, (at: string) => RawBuilder<unknown>>> = {
  cancel: (at) => sql`o.cancel_until > ${at}::timestamptz`,
  call_off: () => sql`true`,
  expire: (at) => sql`o.pay_by <= ${at}::timestamptz and o.payment = 'unpaid'`,
  no_show: () => sql`true`,
}

export interface Ended {
  /** It was paid: the money is to be given back. */
  readonly owed: boolean
}

/**
 * Ends a booked order uneaten: its state, its place and its portions go back, what was paid is owed, all in one statement, so they go
 * back exactly once. Locks the order, then the meal (a booking locks the meal too). Undefined: it was not booked any more, or too late.
 */
export async function endOrder(
  tx: Db,
  id: string,
  ending: Ending,
  { actorId, reason }: { actorId: string | null; reason: string | null },
  now: Date,
): Promise<Ended | undefined> {
  const at = now.toISOString()
  const { rows } = await sql<Ended>`
    with ended as (
      update canteen_orders o set state = ${states[ending]}, ended_at = ${at}::timestamptz, ended_reason = ${reason},
        payment = case when o.payment = 'paid' then 'refunding' else o.payment end, last_seq = o.last_seq + 1
      where o.id = ${id}::uuid and o.state = 'booked' and ${conditions[ending](at)}
      returning o.*),
    meal as (
      select m.town_code from ended join canteen_menus m on m.town_code = ended.town_code and m.canteen_code = ended.canteen_code
        and m.day = ended.day and m.sitting = ended.sitting for update of m),
    place as (
      update canteen_windows w set remaining = w.remaining + 1 from ended, meal
      where w.town_code = ended.town_code and w.canteen_code = ended.canteen_code and w.day = ended.day and w.sitting = ended.sitting
        and w.starts_minute = ended.starts_minute
      returning w.remaining),
    portions as (
      update canteen_menu_items i set remaining = i.remaining + oi.quantity
      from meal, ended join canteen_order_items oi on oi.town_code = ended.town_code and oi.order_id = ended.id
      where i.town_code = ended.town_code and i.canteen_code = ended.canteen_code and i.day = ended.day and i.sitting = ended.sitting
        and i.dish_code = oi.dish_code
      returning i.remaining),
    event as (
      insert into canteen_order_events (town_code, order_id, seq, at, kind, actor_id, note)
      select town_code, id, last_seq, ${at}::timestamptz, ${ending}, ${actorId}::uuid, ${reason} from ended)
    select payment = 'refunding' as owed from ended`.execute(tx)
  return rows[0]
}

/** Hands a booked meal over and counts it to the year: one statement. Says whether it was this one that did. */
export async function collectOrder(tx: Db, id: string, staffId: string, readAt: Date): Promise<boolean> {
  const at = readAt.toISOString()
  const { rows } = await sql<{ id: string }>`
    with before as (select id, payment from canteen_orders where id = ${id}::uuid for update),
    collected as (
      update canteen_orders o set state = 'collected', ended_at = ${at}::timestamptz, collected_at = ${at}::timestamptz,
        collected_by = ${staffId}::uuid, payment = 'paid', last_seq = o.last_seq + 1
      from before where o.id = before.id and o.state = 'booked' and (o.way = 'counter' or o.payment = 'paid')
      returning o.*, before.payment as paid_before),
    counted as (
      insert into canteen_progress (town_code, canteen_code, year, collected)
      select town_code, canteen_code, extract(year from day)::int, 1 from collected
      on conflict (town_code, canteen_code, year) do update set collected = canteen_progress.collected + 1),
    event as (
      insert into canteen_order_events (town_code, order_id, seq, at, kind, actor_id, note)
      select town_code, id, last_seq, ${at}::timestamptz, 'collect', ${staffId}::uuid,
        case when paid_before = 'paid' then null else '到店付' end from collected)
    select id from collected`.execute(tx)
  return rows.length > 0
}
