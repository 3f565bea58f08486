import { sql } from 'kysely'
import type { Sealer } from '../../shared/seal'
import type { Db } from '../connect'
import { seedBoards } from './board-seed'
import { seedCanteens, seedMenus } from './canteen-seed'
import { categoryRows } from './category-rows'
import { seedLearning } from './learning-seed'
import { grantRows, personRows } from './person-rows'
import { areaRows, compoundRows, districtRow, townRows, unitRows } from './place-rows'
import { seedSorting } from './sorting-seed'
import { seedStudy } from './study-seed'

/** Any number will do, as long as every process of this app uses the same. */
const seedLock = 7_310_113

/**
 * Puts the two pilot towns, the demo people, the canteens and the study sites into the database, all or nothing; does nothing where they are already.
 * Menus of the days round `now` are added at every start.
 */
export async function seedDemo(db: Db, now: Date, sealer: Sealer): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(seedLock)})`.execute(tx)
    const there = await tx.selectFrom('persons').select('id').where('demo_persona', 'is not', null).limit(1).executeTakeFirst()
    if (!there) await seedTowns(tx, now, sealer)
    await seedCanteens(tx, now, sealer)
    await seedMenus(tx, now)
    await seedStudy(tx, now)
    await seedLearning(tx, now)
    await seedSorting(tx, now)
  })
}

/**
 * Gives the seeded demo towns their boards with a year of figures, all or nothing; does nothing where boards are already. On its own: it
 * costs more than all the rest, and few tests look at boards.
 */
export async function seedDemoBoards(db: Db, now: Date): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(seedLock)})`.execute(tx)
    await seedBoards(tx, now)
  })
}

async function seedTowns(tx: Db, now: Date, sealer: Sealer): Promise<void> {
  await seedPlaces(tx)
  await tx.insertInto('report_categories').values(categoryRows).execute()
  await tx.insertInto('persons').values(personRows(now, sealer)).execute()
  await tx.insertInto('grants').values(grantRows(now)).execute()
}

/** District, towns and areas may be there from an import of the divisions: then they only get what the demo adds. */
async function seedPlaces(tx: Db): Promise<void> {
  await tx
    .insertInto('districts')
    .values(districtRow)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await tx
    .insertInto('towns')
    .values(townRows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        prefix: eb.ref('excluded.prefix'),
        lng: eb.ref('excluded.lng'),
        lat: eb.ref('excluded.lat'),
        radius_m: eb.ref('excluded.radius_m'),
      })),
    )
    .execute()
  await tx.insertInto('units').values(unitRows).execute()
  await tx
    .insertInto('areas')
    .values(areaRows)
    .onConflict((conflict) =>
      conflict.column('code').doUpdateSet((eb) => ({
        grid_code: eb.ref('excluded.grid_code'),
        lng: eb.ref('excluded.lng'),
        lat: eb.ref('excluded.lat'),
      })),
    )
    .execute()
  await tx.insertInto('compounds').values(compoundRows).execute()
}
