import { sql } from 'kysely'
import type { Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Meal } from './queries-booking'

export interface PublishedMeal {
  readonly townCode: string
  readonly date: string
  readonly sitting: Sitting
}

/** Publishes the drafts of the days that have dishes and are not over; gives which. */
export async function publishMenus(tx: Db, canteenId: string, from: string, days: number, now: Date): Promise<PublishedMeal[]> {
  const { rows } = await sql<PublishedMeal>`
    update canteen_menus m set published_at = ${now.toISOString()}::timestamptz from canteens c
    where c.code = ${canteenId} and m.town_code = c.town_code and m.canteen_code = c.code and m.day >= ${from}::date
      and m.day < ${from}::date + ${days}::int and m.published_at is null and m.ends_at > ${now.toISOString()}::timestamptz
      and exists (select 1 from canteen_menu_items i
        where i.town_code = m.town_code and i.canteen_code = m.canteen_code and i.day = m.day and i.sitting = m.sitting)
    returning m.town_code as "townCode", m.day as date, m.sitting`.execute(tx)
  return rows
}

/** Opens the pick-up windows of a meal; those it has stay. */
export async function openWindows(
  tx: Db,
  { townCode, canteenId, date, sitting }: Meal & { townCode: string },
  windows: readonly { readonly starts: number; readonly ends: number }[],
  capacity: number,
): Promise<void> {
  await sql`
    insert into canteen_windows (town_code, canteen_code, day, sitting, starts_minute, ends_minute, capacity, remaining)
    select ${townCode}, ${canteenId}, ${date}::date, ${sitting}, starts, ends, ${capacity}::int, ${capacity}::int
    from unnest(${windows.map(({ starts }) => starts)}::int[], ${windows.map(({ ends }) => ends)}::int[]) as w (starts, ends)
    on conflict do nothing`.execute(tx)
}

/** Calls a published meal off: nobody books it from now on. Gives how many orders are to be cancelled; undefined when it cannot be. */
export async function closeMenu(tx: Db, { canteenId, date, sitting }: Meal, reason: string, now: Date): Promise<number | undefined> {
  const at = now.toISOString()
  const { rows } = await sql<{ orders: number }>`
    with closed as (
      update canteen_menus m set closed_at = ${at}::timestamptz, closed_reason = ${reason} from canteens c
      where c.code = ${canteenId} and m.town_code = c.town_code and m.canteen_code = c.code and m.day = ${date}::date and m.sitting = ${sitting}
        and m.published_at is not null and m.closed_at is null and m.ends_at > ${at}::timestamptz
      returning m.town_code, m.canteen_code, m.day, m.sitting)
    select (select count(*)::int from canteen_orders o where o.town_code = closed.town_code and o.canteen_code = closed.canteen_code
      and o.day = closed.day and o.sitting = closed.sitting and o.state = 'booked') as orders from closed`.execute(tx)
  return rows[0]?.orders
}
