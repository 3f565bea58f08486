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

/** What was in the collected meals of somebody, for each of the days from `from` on, as the dishes were then; a day without one has zeros. */
export async function findEaten(db: Db, eaterId: string, from: string, days: number): Promise<DayEaten[]> {
  const sum = (column: string) => sql`round(coalesce(sum(i.quantity * fact.${sql.ref(column)}), 0)::numeric, 1)::float8`
  const { rows } = await sql<DayEaten>`
    select day.date::text as date, count(distinct o.id)::int as meals, ${sum('kcal')} as kcal, ${sum('protein_g')} as "proteinG",
      ${sum('fat_g')} as "fatG", ${sum('carbohydrate_g')} as "carbohydrateG", ${sum('sodium_mg')} as "sodiumMg"
    from (select ${from}::date + n as date from generate_series(0, ${days}::int - 1) as n) day
    left join canteen_orders o on o.eater_id = ${eaterId}::uuid and o.day = day.date and o.state = 'collected'
    left join canteen_order_items i on i.town_code = o.town_code and i.order_id = o.id
    left join lateral (
      select * from (
        select f.until, f.kcal, f.protein_g, f.fat_g, f.carbohydrate_g, f.sodium_mg from canteen_dish_facts f
        where f.town_code = o.town_code and f.canteen_code = o.canteen_code and f.dish_code = i.dish_code and f.until > o.collected_at
        union all select 'infinity', d.kcal, d.protein_g, d.fat_g, d.carbohydrate_g, d.sodium_mg from canteen_dishes d
        where d.town_code = o.town_code and d.canteen_code = o.canteen_code and d.code = i.dish_code) version
      order by until limit 1) fact on true
    group by day.date order by day.date`.execute(db)
  return rows
}
