import { sql } from 'kysely'
import type { Sitting } from '../../contract/canteen'
import type { Db } from '../../server/database/connect'

export const gubei = 'CAN-001'

export interface BenchMeal {
  readonly date: string
  readonly sitting: Sitting
  readonly dishId: string
}

/** Meals that can still be booked, the latest first, each with its first dish. */
export async function openMeals(db: Db, count: number): Promise<BenchMeal[]> {
  const { rows } = await sql<BenchMeal>`
    select distinct on (m.day, m.sitting) m.day as date, m.sitting, i.dish_code as "dishId" from canteen_menus m
    join canteen_menu_items i using (town_code, canteen_code, day, sitting)
    where m.canteen_code = ${gubei} and m.order_until > now() and m.published_at is not null
    order by m.day desc, m.sitting, i.position limit ${count}`.execute(db)
  return rows
}

/** Gives the first dish of a meal so many portions, and every window more places than that. */
export async function setPortions(db: Db, { date, sitting, dishId }: BenchMeal, portions: number): Promise<void> {
  await sql`update canteen_menu_items set quota = ${portions}, remaining = ${portions}
    where canteen_code = ${gubei} and day = ${date} and sitting = ${sitting} and dish_code = ${dishId}`.execute(db)
  await sql`update canteen_windows set capacity = ${portions}, remaining = ${portions}
    where canteen_code = ${gubei} and day = ${date} and sitting = ${sitting}`.execute(db)
}

export const mealBody = ({ date, sitting, dishId }: BenchMeal): string =>
  JSON.stringify({ canteenId: gubei, date, sitting, items: [{ dishId, quantity: 1 }], mode: 'take_away' })
