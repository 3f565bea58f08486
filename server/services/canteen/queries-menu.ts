import { sql } from 'kysely'
import type { Allergen, Diet, DishKind, Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'

export interface MenuRow {
  readonly date: string
  readonly sitting: Sitting
  readonly published: boolean
  readonly closedReason: string | null
  readonly orderUntil: string
  readonly cancelUntil: string
  readonly endsAt: string
  readonly windows: readonly { readonly starts: number; readonly ends: number; readonly left: number }[]
  readonly items: readonly {
    readonly dishId: string
    readonly priceFen: number
    readonly quota: number
    readonly left: number
    readonly soldOut: boolean
  }[]
}

/** Menus of a canteen from a day on, drafts too, by day; within a day as the table has them. */
export async function findMenus(db: Db, canteenId: string, from: string, days: number): Promise<MenuRow[]> {
  const { rows } = await sql<MenuRow>`
    select m.day as date, m.sitting, m.published_at is not null as published, m.closed_reason as "closedReason",
      m.order_until as "orderUntil", m.cancel_until as "cancelUntil", m.ends_at as "endsAt",
      coalesce((select json_agg(json_build_object('starts', w.starts_minute, 'ends', w.ends_minute, 'left', w.remaining) order by w.starts_minute)
        from canteen_windows w where w.town_code = m.town_code and w.canteen_code = m.canteen_code and w.day = m.day and w.sitting = m.sitting),
        '[]') as windows,
      coalesce((select json_agg(json_build_object('dishId', i.dish_code, 'priceFen', i.price_fen, 'quota', i.quota, 'left', i.remaining,
        'soldOut', i.sold_out) order by i.position, i.dish_code) from canteen_menu_items i
        where i.town_code = m.town_code and i.canteen_code = m.canteen_code and i.day = m.day and i.sitting = m.sitting), '[]') as items
    from canteens c join canteen_menus m on m.town_code = c.town_code and m.canteen_code = c.code
    where c.code = ${canteenId} and m.day >= ${from}::date and m.day < ${from}::date + ${days}::int
    order by m.day, m.ends_at`.execute(db)
  return rows
}

export interface DishRow {
  readonly id: string
  readonly name: string
  readonly kind: DishKind
  readonly priceFen: number
  readonly kcal: number
  readonly proteinG: number
  readonly fatG: number
  readonly carbohydrateG: number
  readonly sodiumMg: number
  readonly allergens: Allergen[]
  /** Those of the dishes of a set meal. */
  readonly partAllergens: Allergen[]
  readonly diets: Diet[]
  readonly parts: { dishId: string; name: string }[]
  readonly photoId: string | null
  readonly starsSum: number
  readonly starsCount: number
}

/** Dishes of a canteen: all of them, or those with the codes. */
export async function findDishes(db: Db, canteenId: string, codes?: readonly string[]): Promise<DishRow[]> {
  const picked = codes ? sql`and d.code = any(${[...codes]}::text[])` : sql``
  const { rows } = await sql<DishRow>`
    select d.code as id, d.name, d.kind, d.price_fen as "priceFen", d.kcal, d.protein_g as "proteinG", d.fat_g as "fatG",
      d.carbohydrate_g as "carbohydrateG", d.sodium_mg as "sodiumMg", d.allergens, d.diets, d.photo_id as "photoId",
      d.stars_sum as "starsSum", d.stars_count as "starsCount",
      coalesce((select json_agg(json_build_object('dishId', p.code, 'name', p.name) order by array_position(d.parts, p.code))
        from canteen_dishes p where p.town_code = d.town_code and p.canteen_code = d.canteen_code and p.code = any(d.parts)), '[]') as parts,
      array(select distinct unnest(p.allergens) as allergen from canteen_dishes p where p.town_code = d.town_code
        and p.canteen_code = d.canteen_code and p.code = any(d.parts) order by allergen) as "partAllergens"
    from canteens c join canteen_dishes d on d.town_code = c.town_code and d.canteen_code = c.code
    where c.code = ${canteenId} ${picked} order by d.code`.execute(db)
  return rows
}

export interface CanteenRow {
  readonly id: string
  readonly name: string
  readonly townCode: string
  readonly townName: string
  readonly address: string | null
  readonly phone: string | null
  readonly lng: number | null
  readonly lat: number | null
  readonly delivers: boolean
  readonly prepaid: boolean
  readonly sittings: readonly { readonly sitting: Sitting; readonly opens: number; readonly closes: number }[]
}

/** Canteens in the order of their positions: all of them, or the one with the code. */
export async function findCanteens(db: Db, id?: string): Promise<CanteenRow[]> {
  const { rows } = await sql<CanteenRow>`
    select c.code as id, c.name, c.town_code as "townCode", t.name as "townName", c.address, c.phone, c.lng, c.lat, c.delivers, c.prepaid,
      coalesce((select json_agg(json_build_object('sitting', s.sitting, 'opens', s.opens_minute, 'closes', s.closes_minute)
        order by s.opens_minute) from canteen_sittings s where s.town_code = c.town_code and s.canteen_code = c.code), '[]') as sittings
    from canteens c join towns t on t.code = c.town_code
    ${id === undefined ? sql`` : sql`where c.code = ${id}`} order by c.position, c.code`.execute(db)
  return rows
}

export interface ProgressRow {
  readonly collected: number
  readonly target: number
  readonly townCollected: number
  readonly townTarget: number
}

/** Meals collected in a year against the promise, of the canteen and of its town; undefined when there is no such canteen. */
export async function findProgress(db: Db, canteenId: string, year: number): Promise<ProgressRow | undefined> {
  const counted = (of: string) =>
    sql`coalesce((select sum(p.collected)::int from canteen_progress p where p.town_code = c.town_code and p.year = ${year}::int
      ${sql.raw(of)}), 0)`
  const { rows } = await sql<ProgressRow>`
    select ${counted('and p.canteen_code = c.code')} as collected, c.year_target as target, ${counted('')} as "townCollected",
      (select sum(year_target)::int from canteens t where t.town_code = c.town_code) as "townTarget"
    from canteens c where c.code = ${canteenId}`.execute(db)
  return rows[0]
}
