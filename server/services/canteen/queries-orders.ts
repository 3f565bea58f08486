import { type RawBuilder, sql } from 'kysely'
import type { Static } from 'typebox'
import type { BillLine, Mode, OrderState, PaymentState, PayWay, Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'

export interface OrderRow {
  readonly townCode: string
  readonly id: string
  readonly canteenId: string
  readonly canteenName: string
  readonly date: string
  readonly sitting: Sitting
  readonly starts: number
  readonly ends: number
  readonly opens: number
  readonly mode: Mode
  readonly state: OrderState
  readonly way: PayWay
  readonly payment: PaymentState
  readonly ordererId: string
  readonly ordererName: string
  readonly eaterId: string
  readonly eaterName: string
  readonly items: readonly { readonly dishId: string; readonly name: string; readonly quantity: number; readonly priceFen: number }[]
  readonly totalFen: number
  readonly payableFen: number
  readonly lines: readonly Static<typeof BillLine>[]
  readonly note: string | null
  readonly number: string
  readonly createdAt: string
  readonly cancelUntil: string
  readonly endsAt: string
  readonly payBy: string | null
  readonly endedReason: string | null
  readonly collectedAt: string | null
  readonly collectedByName: string | null
  readonly ratedAt: string | null
}

/** Orders with what their pages show, from a list `o` of rows of canteen_orders. */
function orders(db: Db, picked: RawBuilder<unknown>, order: RawBuilder<unknown>): Promise<OrderRow[]> {
  return sql<OrderRow>`
    select o.town_code as "townCode", o.id, o.canteen_code as "canteenId", c.name as "canteenName", o.day as date, o.sitting,
      o.starts_minute as starts, w.ends_minute as ends, s.opens_minute as opens, o.mode, o.state, o.way, o.payment,
      o.orderer_id as "ordererId", p.nickname as "ordererName", o.eater_id as "eaterId", e.nickname as "eaterName",
      (select json_agg(json_build_object('dishId', i.dish_code, 'name', i.name, 'quantity', i.quantity, 'priceFen', i.price_fen) order by i.position)
        from canteen_order_items i where i.town_code = o.town_code and i.order_id = o.id) as items,
      o.total_fen as "totalFen", o.payable_fen as "payableFen", o.bill_lines as lines, o.note, o.number, o.created_at as "createdAt",
      o.cancel_until as "cancelUntil", o.ends_at as "endsAt", o.pay_by as "payBy", o.ended_reason as "endedReason",
      o.collected_at as "collectedAt", k.nickname as "collectedByName", o.rated_at as "ratedAt"
    from (${picked}) o
    join canteens c on c.town_code = o.town_code and c.code = o.canteen_code
    join canteen_sittings s on s.town_code = o.town_code and s.canteen_code = o.canteen_code and s.sitting = o.sitting
    join canteen_windows w on w.town_code = o.town_code and w.canteen_code = o.canteen_code and w.day = o.day and w.sitting = o.sitting
      and w.starts_minute = o.starts_minute
    join persons p on p.id = o.orderer_id
    join persons e on e.id = o.eater_id
    left join persons k on k.id = o.collected_by
    order by ${order}`
    .execute(db)
    .then(({ rows }) => rows)
}

const mealOrder = sql`o.day, o.starts_minute, o.id`

/** Orders `o` that a condition is true of. */
export const ordersWhere = (db: Db, condition: RawBuilder<unknown>): Promise<OrderRow[]> =>
  orders(db, sql`select * from canteen_orders o where ${condition}`, mealOrder)

export async function findOrder(db: Db, id: string): Promise<OrderRow | undefined> {
  return (await orders(db, sql`select * from canteen_orders where id = ${id}::uuid`, mealOrder))[0]
}

/** Meals the person booked or eats, the latest day first; one more than `limit`. */
export function findMine(
  db: Db,
  personId: string,
  after: readonly [day: string, id: string] | undefined,
  limit: number,
): Promise<OrderRow[]> {
  const past = after ? sql`and (o.day, o.id) < (${after[0]}::date, ${after[1]}::uuid)` : sql``
  const half = (column: 'orderer_id' | 'eater_id') =>
    sql`(select * from canteen_orders o where o.${sql.ref(column)} = ${personId}::uuid ${past} order by o.day desc, o.id desc limit ${limit + 1})`
  return orders(
    db,
    sql`select * from (${half('orderer_id')} union ${half('eater_id')}) o order by o.day desc, o.id desc limit ${limit + 1}`,
    sql`o.day desc, o.id desc`,
  )
}

/** Booked meals of the person that have not ended, the next one first. */
export function findUpcoming(db: Db, personId: string, since: string, now: Date, limit: number): Promise<OrderRow[]> {
  const half = (column: 'orderer_id' | 'eater_id') => sql`select * from canteen_orders o where o.${sql.ref(column)} = ${personId}::uuid
    and o.day >= ${since}::date and o.state = 'booked' and o.ends_at > ${now.toISOString()}::timestamptz`
  return orders(db, sql`select * from (${half('orderer_id')} union ${half('eater_id')}) o order by ${mealOrder} limit ${limit}`, mealOrder)
}

/** All orders of a meal, by window and number. */
export function findOfMeal(db: Db, canteenId: string, date: string, sitting: Sitting): Promise<OrderRow[]> {
  return orders(
    db,
    sql`select o.* from canteen_orders o join canteens c on c.town_code = o.town_code and c.code = o.canteen_code
      where c.code = ${canteenId} and o.day = ${date}::date and o.sitting = ${sitting}`,
    sql`o.starts_minute, o.number`,
  )
}

/** The order with these four digits in a meal. */
export async function findByNumber(
  db: Db,
  canteenId: string,
  date: string,
  sitting: Sitting,
  number: string,
): Promise<OrderRow | undefined> {
  const picked = sql`select o.* from canteen_orders o join canteens c on c.town_code = o.town_code and c.code = o.canteen_code
    where c.code = ${canteenId} and o.day = ${date}::date and o.sitting = ${sitting} and o.number = ${number}`
  return (await orders(db, picked, mealOrder))[0]
}

/** The last meal that somebody had or has booked, of this sitting, any canteen's. */
export async function findLast(db: Db, eaterId: string, canteenId: string, sitting: Sitting): Promise<OrderRow | undefined> {
  const picked = sql`select * from canteen_orders o where o.eater_id = ${eaterId}::uuid and o.canteen_code = ${canteenId}
    and o.sitting = ${sitting} and o.state in ('booked', 'collected') order by o.day desc, o.id desc limit 1`
  return (await orders(db, picked, mealOrder))[0]
}
