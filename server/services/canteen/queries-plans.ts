import { sql } from 'kysely'
import type { Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Meal } from './queries-booking'

export interface SittingRow {
  readonly sitting: Sitting
  readonly opens: number
  readonly closes: number
  readonly windowMinutes: number
  readonly windowCapacity: number
  readonly orderUntil: number
  readonly cancelUntil: number
}

/** The sittings of a canteen by time; all times in minutes of the day of the meal. */
export async function findSittings(db: Db, canteenId: string): Promise<SittingRow[]> {
  const { rows } = await sql<SittingRow>`
    select s.sitting, s.opens_minute as opens, s.closes_minute as closes, s.window_minutes as "windowMinutes",
      s.window_capacity as "windowCapacity", s.order_until_minute as "orderUntil", s.cancel_until_minute as "cancelUntil"
    from canteens c join canteen_sittings s on s.town_code = c.town_code and s.canteen_code = c.code
    where c.code = ${canteenId} order by s.opens_minute`.execute(db)
  return rows
}

/** Live orders of each meal from a day on. */
export async function countOrders(
  db: Db,
  canteenId: string,
  from: string,
  days: number,
): Promise<{ date: string; sitting: Sitting; orders: number }[]> {
  const { rows } = await sql<{ date: string; sitting: Sitting; orders: number }>`
    select o.day as date, o.sitting, count(*)::int as orders from canteens c
    join canteen_orders o on o.town_code = c.town_code and o.canteen_code = c.code
    where c.code = ${canteenId} and o.day >= ${from}::date and o.day < ${from}::date + ${days}::int and o.state in ('booked', 'collected')
    group by o.day, o.sitting`.execute(db)
  return rows
}

export interface NewMenu extends Meal {
  readonly townCode: string
  readonly orderUntil: string
  readonly cancelUntil: string
  readonly endsAt: string
  readonly step: number
  readonly shift: number
}

/** A meal as it stands; nothing of it moves until the transaction ends. */
export interface LockedMenu {
  readonly published: boolean
  readonly closedReason: string | null
  readonly items: readonly { readonly dishId: string; readonly name: string; readonly quota: number; readonly left: number }[]
}

/** Locks the row of a meal, which is made when it is not there. */
export async function lockMenu(tx: Db, menu: NewMenu): Promise<LockedMenu> {
  const { townCode, canteenId, date, sitting } = menu
  await sql`
    insert into canteen_menus (town_code, canteen_code, day, sitting, order_until, cancel_until, ends_at, number_step, number_shift)
    values (${townCode}, ${canteenId}, ${date}, ${sitting}, ${menu.orderUntil}, ${menu.cancelUntil}, ${menu.endsAt}, ${menu.step}, ${menu.shift})
    on conflict do nothing`.execute(tx)
  const { rows } = await sql<Omit<LockedMenu, 'items'>>`
    select published_at is not null as published, closed_reason as "closedReason" from canteen_menus
    where town_code = ${townCode} and canteen_code = ${canteenId} and day = ${date} and sitting = ${sitting} for update`.execute(tx)
  const items = await sql<LockedMenu['items'][number]>`
    select i.dish_code as "dishId", d.name, i.quota, i.remaining as left from canteen_menu_items i
    join canteen_dishes d on d.town_code = i.town_code and d.canteen_code = i.canteen_code and d.code = i.dish_code
    where i.town_code = ${townCode} and i.canteen_code = ${canteenId} and i.day = ${date} and i.sitting = ${sitting}
    order by i.position`.execute(tx)
  return { ...(rows[0] as Omit<LockedMenu, 'items'>), items: items.rows }
}

export interface PlannedItem {
  readonly dishId: string
  readonly quota: number
  readonly priceFen: number
}

/** Puts the dishes of a locked meal in the place of those it had; what is taken of a dish stays taken. */
export async function replaceItems(tx: Db, { townCode, canteenId, date, sitting }: NewMenu, items: readonly PlannedItem[]): Promise<void> {
  const ids = items.map(({ dishId }) => dishId)
  await sql`
    delete from canteen_menu_items where town_code = ${townCode} and canteen_code = ${canteenId} and day = ${date} and sitting = ${sitting}
      and dish_code <> all(${ids}::text[])`.execute(tx)
  await sql`
    insert into canteen_menu_items as i (town_code, canteen_code, day, sitting, dish_code, position, price_fen, quota, remaining)
    select ${townCode}, ${canteenId}, ${date}::date, ${sitting}, dish_code, position, price_fen, quota, quota
    from unnest(${ids}::text[], ${items.map(({ quota }) => quota)}::int[], ${items.map(({ priceFen }) => priceFen)}::int[])
      with ordinality as planned (dish_code, quota, price_fen, position)
    on conflict (town_code, canteen_code, day, sitting, dish_code) do update
      set position = excluded.position, price_fen = excluded.price_fen, remaining = excluded.quota - (i.quota - i.remaining), quota = excluded.quota`.execute(
    tx,
  )
}

/** Switches a dish off or on, or changes its quota, whoever books at the same time; undefined when it is not there or more is taken. */
export async function changeItem(
  tx: Db,
  { canteenId, date, sitting }: Meal,
  dishId: string,
  { soldOut = null, quota = null }: { soldOut?: boolean | null | undefined; quota?: number | null | undefined },
): Promise<{ dishId: string; priceFen: number; quota: number; left: number; soldOut: boolean } | undefined> {
  const { rows } = await sql<{ dishId: string; priceFen: number; quota: number; left: number; soldOut: boolean }>`
    update canteen_menu_items i set sold_out = coalesce(${soldOut}::boolean, i.sold_out),
      remaining = i.remaining + coalesce(${quota}::int, i.quota) - i.quota, quota = coalesce(${quota}::int, i.quota)
    from canteens c
    where c.code = ${canteenId} and i.town_code = c.town_code and i.canteen_code = c.code and i.day = ${date}::date and i.sitting = ${sitting}
      and i.dish_code = ${dishId} and i.quota - i.remaining <= coalesce(${quota}::int, i.quota)
    returning i.dish_code as "dishId", i.price_fen as "priceFen", i.quota, i.remaining as left, i.sold_out as "soldOut"`.execute(tx)
  return rows[0]
}
