import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import type { DishRow } from './queries-menu'

/** The dish as it stands, kept until the transaction ends; undefined when it is new. */
export async function lockDish(tx: Db, townCode: string, canteenId: string, id: string): Promise<{ photoId: string | null } | undefined> {
  const { rows } = await sql<{ photoId: string | null }>`
    select photo_id as "photoId" from canteen_dishes where town_code = ${townCode} and canteen_code = ${canteenId} and code = ${id} for update`.execute(
    tx,
  )
  return rows[0]
}

export interface NewDish extends Omit<DishRow, 'parts' | 'starsSum' | 'starsCount'> {
  readonly townCode: string
  readonly canteenId: string
  readonly parts: readonly string[]
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
