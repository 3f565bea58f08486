import { sql } from 'kysely'
import type { Db } from '../../database/connect'

export interface DayEaten {
  readonly date: string
  readonly meals: number
  readonly kcal: number
  readonly proteinG: number
  readonly fatG: number
  readonly carbohydrateG: number
  readonly sodiumMg: number
}

/** What was in the collected meals of somebody, for each of the days from `from` on; a day without one has zeros. */
export async function findEaten(db: Db, eaterId: string, from: string, days: number): Promise<DayEaten[]> {
  const sum = (column: string) => sql`round(coalesce(sum(i.quantity * d.${sql.ref(column)}), 0)::numeric, 1)::float8`
  const { rows } = await sql<DayEaten>`
    select day.date::text as date, count(distinct o.id)::int as meals, ${sum('kcal')} as kcal, ${sum('protein_g')} as "proteinG",
      ${sum('fat_g')} as "fatG", ${sum('carbohydrate_g')} as "carbohydrateG", ${sum('sodium_mg')} as "sodiumMg"
    from (select ${from}::date + n as date from generate_series(0, ${days}::int - 1) as n) day
    left join canteen_orders o on o.eater_id = ${eaterId}::uuid and o.day = day.date and o.state = 'collected'
    left join canteen_order_items i on i.town_code = o.town_code and i.order_id = o.id
    left join canteen_dishes d on d.town_code = o.town_code and d.canteen_code = o.canteen_code and d.code = i.dish_code
    group by day.date order by day.date`.execute(db)
  return rows
}
