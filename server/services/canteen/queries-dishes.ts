import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { shanghaiDay } from '../../shared/shanghai'
import type { DishRow } from './queries-menu'

/** The dish as it stands, kept until the transaction ends; undefined when it is new. */
export async function lockDish(tx: Db, townCode: string, canteenId: string, id: string): Promise<{ photoId: string | null } | undefined> {
  const { rows } = await sql<{ photoId: string | null }>`
    select photo_id as "photoId" from canteen_dishes where town_code = ${townCode} and canteen_code = ${canteenId} and code = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

export interface NewDish extends Omit<DishRow, 'parts' | 'partAllergens' | 'starsSum' | 'starsCount'> {
  readonly townCode: string
  readonly canteenId: string
  readonly parts: readonly string[]
}

/** Whether anybody has ordered the dish for today or later. */
export async function isOrdered(tx: Db, townCode: string, canteenId: string, id: string, now: Date): Promise<boolean> {
  const { rows } = await sql`
    select 1 from canteen_orders o join canteen_order_items i on i.town_code = o.town_code and i.order_id = o.id
    where o.town_code = ${townCode} and o.canteen_code = ${canteenId} and o.day >= ${shanghaiDay(now)}::date
      and o.state in ('booked', 'collected') and i.dish_code = ${id} limit 1`.execute(tx)
  return rows.length > 0
}

/** Keeps what has been in a dish until now for the meals that were eaten of it; before it is changed. */
export async function keepFacts(tx: Db, { townCode, canteenId, id, ...dish }: NewDish, now: Date): Promise<void> {
  await sql`
    insert into canteen_dish_facts (town_code, canteen_code, dish_code, until, kcal, protein_g, fat_g, carbohydrate_g, sodium_mg)
    select town_code, canteen_code, code, ${now.toISOString()}::timestamptz, kcal, protein_g, fat_g, carbohydrate_g, sodium_mg
    from canteen_dishes where town_code = ${townCode} and canteen_code = ${canteenId} and code = ${id}
      and (kcal, protein_g, fat_g, carbohydrate_g, sodium_mg) is distinct from (${dish.kcal}::float8, ${dish.proteinG}::float8,
        ${dish.fatG}::float8, ${dish.carbohydrateG}::float8, ${dish.sodiumMg}::float8)
    on conflict do nothing`.execute(tx)
}

/** Writes a dish; what guests thought of it stays. */
export async function upsertDish(tx: Db, dish: NewDish): Promise<void> {
  const row = {
    name: dish.name.trim(),
    kind: dish.kind,
    price_fen: dish.priceFen,
    kcal: dish.kcal,
    protein_g: dish.proteinG,
    fat_g: dish.fatG,
    carbohydrate_g: dish.carbohydrateG,
    sodium_mg: dish.sodiumMg,
    allergens: [...dish.allergens],
    diets: [...dish.diets],
    parts: [...dish.parts],
    photo_id: dish.photoId,
  }
  await tx
    .insertInto('canteen_dishes')
    .values({ town_code: dish.townCode, canteen_code: dish.canteenId, code: dish.id, ...row })
    .onConflict((conflict) => conflict.columns(['town_code', 'canteen_code', 'code']).doUpdateSet(row))
    .execute()
}
