import type { Selectable } from 'kysely'
import type { Sealer } from '../../shared/seal'
import { shanghaiDay } from '../../shared/shanghai'
import { dayAfter } from '../../shared/times'
import type { Db } from '../connect'
import type { CanteenSittings } from '../tables'
import { canteens, verified } from './canteen-facts'
import { canteenRows, dishRows, itemRows, menuRow, sittingRows, tierRows, windowRows } from './canteen-rows'
import { people } from './people'
import { familyId, personId } from './person-rows'

/** Puts the canteens, what is cooked, who pays less, and 王阿姨's papers into a seeded demo town; does nothing where canteens are already. */
export async function seedCanteens(tx: Db, now: Date, sealer: Sealer): Promise<void> {
  if (await tx.selectFrom('canteens').select('code').limit(1).executeTakeFirst()) return
  await tx.insertInto('canteens').values(canteenRows).execute()
  await tx.insertInto('canteen_sittings').values(sittingRows).execute()
  await tx.insertInto('canteen_dishes').values(dishRows).execute()
  await tx.insertInto('canteen_tiers').values(tierRows).execute()
  await moveStaff(tx)
  await seedGuest(tx, now, sealer)
}

/** A town that was seeded before it had canteens has 陈师傅 in the other town, where his grant is worth nothing. */
async function moveStaff(tx: Db): Promise<void> {
  const [, { town, grant }] = people.find(([persona]) => persona === 'canteen_staff') as (typeof people)[number]
  await tx
    .updateTable('persons')
    .set({ town_code: town })
    .where('demo_persona', '=', 'canteen_staff')
    .where('home_area_code', 'is', null)
    .execute()
  await tx
    .updateTable('grants')
    .set({ town_code: town })
    .where('person_id', '=', personId('canteen_staff'))
    .where('scope_code', '=', grant?.scope ?? '')
    .execute()
}

async function seedGuest(tx: Db, now: Date, sealer: Sealer): Promise<void> {
  const [resident, daughter] = [personId('resident'), personId('daughter')]
  const { town_code } = await tx.selectFrom('persons').select('town_code').where('id', '=', resident).executeTakeFirstOrThrow()
  const at = now.toISOString()
  await tx
    .insertInto('canteen_guests')
    .values({
      town_code: town_code as string,
      person_id: resident,
      facts_sealed: sealer.seal(JSON.stringify(verified.facts)),
      address_sealed: sealer.seal(verified.address),
      verified_by: personId('canteen_staff'),
      verified_at: at,
    })
    .execute()
  await tx
    .insertInto('canteen_family')
    .values({ id: familyId, booker_id: daughter, eater_id: resident, label: verified.label, since: at })
    .execute()
}

/** Days before and after today that have menus. */
const span = { before: 4, after: 10 }

/** Menus of the demo canteens for the days round now, where there are none yet: what staff have made or changed stays. */
export async function seedMenus(db: Db, now: Date): Promise<void> {
  const today = shanghaiDay(now)
  const days = Array.from({ length: span.before + 1 + span.after }, (_, at) => dayAfter(today, at - span.before))
  for (const { code } of canteens) await seedMenusOf(db, code, days)
}

async function seedMenusOf(db: Db, canteenCode: string, days: readonly string[]): Promise<void> {
  const sittings = await db.selectFrom('canteen_sittings').selectAll().where('canteen_code', '=', canteenCode).execute()
  const menus = days.flatMap((day) => sittings.map((sitting) => menuRow(sitting, day)))
  if (menus.length === 0) return
  const made = await db
    .insertInto('canteen_menus')
    .values(menus)
    .onConflict((conflict) => conflict.doNothing())
    .returning(['town_code', 'canteen_code', 'day', 'sitting'])
    .execute()
  if (made.length === 0) return
  const dishes = await db.selectFrom('canteen_dishes').select(['code', 'price_fen']).where('canteen_code', '=', canteenCode).execute()
  const prices = new Map(dishes.map((dish) => [dish.code, dish.price_fen]))
  await db
    .insertInto('canteen_windows')
    .values(
      made.flatMap((meal) => windowRows(sittings.find(({ sitting }) => sitting === meal.sitting) as Selectable<CanteenSittings>, meal)),
    )
    .execute()
  const items = made.flatMap((meal) => itemRows(meal, prices))
  if (items.length > 0) await db.insertInto('canteen_menu_items').values(items).execute()
}
