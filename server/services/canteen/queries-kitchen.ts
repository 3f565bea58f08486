import { sql } from 'kysely'
import type { Allergen, DishKind } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import type { Meal } from './queries-booking'

export interface KitchenDishRow {
  readonly dishId: string
  readonly name: string
  readonly kind: DishKind
  readonly allergens: Allergen[]
  readonly starts: number
  readonly portions: number
}

const ofMeal = ({ canteenId, date, sitting }: Meal) =>
  sql`c.code = ${canteenId} and o.day = ${date}::date and o.sitting = ${sitting} and o.state in ('booked', 'collected')`

/** Portions to make of each dish for each window; a set meal is counted itself and in each of its dishes. */
export async function findPortions(db: Db, meal: Meal): Promise<KitchenDishRow[]> {
  const { rows } = await sql<KitchenDishRow>`
    with ordered as (
      select o.town_code, o.canteen_code, o.starts_minute, i.dish_code, i.quantity from canteens c
      join canteen_orders o on o.town_code = c.town_code and o.canteen_code = c.code
      join canteen_order_items i on i.town_code = o.town_code and i.order_id = o.id
      where ${ofMeal(meal)}),
    made as (
      select * from ordered
      union all select r.town_code, r.canteen_code, r.starts_minute, part.code, r.quantity from ordered r
        join canteen_dishes s on s.town_code = r.town_code and s.canteen_code = r.canteen_code and s.code = r.dish_code
        cross join unnest(s.parts) as part (code))
    select m.dish_code as "dishId", d.name, d.kind, d.allergens, m.starts_minute as starts, sum(m.quantity)::int as portions
    from made m join canteen_dishes d on d.town_code = m.town_code and d.canteen_code = m.canteen_code and d.code = m.dish_code
    group by m.dish_code, d.name, d.kind, d.allergens, m.starts_minute
    order by array_position(array['set', 'big_meat', 'small_meat', 'veg', 'soup', 'staple', 'breakfast'], d.kind), m.dish_code`.execute(db)
  return rows
}

export interface DoorRow {
  readonly orderId: string
  readonly eaterId: string
  readonly addressSealed: string | null
}

/** Where the meals to be delivered go. */
export async function findDoors(db: Db, meal: Meal): Promise<DoorRow[]> {
  const { rows } = await sql<DoorRow>`
    select o.id as "orderId", o.eater_id as "eaterId", g.address_sealed as "addressSealed"
    from canteens c join canteen_orders o on o.town_code = c.town_code and o.canteen_code = c.code
    left join canteen_guests g on g.person_id = o.eater_id
    where ${ofMeal(meal)} and o.mode = 'delivery'`.execute(db)
  return rows
}
