import { createHash } from 'node:crypto'
import type { Plan } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { conflict, notFound } from '../../errors'
import { withUpload } from '../../plugins/uploads'
import { dayWords } from '../../shared/times'
import { getOwnCanteen } from './access'
import { endCalledOff } from './call-off'
import { importMenus } from './import-menus'
import type { MenuCache } from './menu-cache'
import { readMenuFile } from './menu-file'
import { openKitchen, setPlan, sittingOf, tooFew } from './plan'
import { copyWeek, publish, readPlans } from './plans'
import { lockMeal, type Meal } from './queries-booking'
import { findMenus } from './queries-menu'
import { changeItem } from './queries-plans'
import { closeMenu } from './queries-publish'
import type { CanteenHandlers } from './routes'
import { sittingWords } from './rules'
import { spanOf } from './view'

type PlanCalls =
  | Extract<keyof CanteenHandlers, `${string} /canteens/:id/plans${string}`>
  | 'POST /canteens/:id/publications'
  | 'POST /canteens/:id/closures'

/** What staff do with the menus of their canteen. */
export function planHandlers(menus: MenuCache): Pick<CanteenHandlers, PlanCalls> {
  /** The menus of the canteen have changed: they are read anew. */
  const dropping = async <T>(canteenId: string, work: Promise<T>): Promise<T> => {
    const done = await work
    menus.drop(canteenId)
    return done
  }
  return {
    'GET /canteens/:id/plans': async ({ db, person, params, query, now }) => {
      const { from, days } = spanOf(query, now)
      return { items: await readPlans(db, await openKitchen(db, await getOwnCanteen(db, params.id, person)), from, days) }
    },
    'PUT /canteens/:id/plans/:date/:sitting': ({ person, params: { id, date, sitting }, body, now, write }) =>
      dropping(
        id,
        write(async (tx) => {
          const kitchen = await openKitchen(tx, await getOwnCanteen(tx, id, person))
          await setPlan(tx, kitchen, { date, sitting, items: body.items }, now)
          return (await readPlans(tx, kitchen, date, 1)).find((plan) => plan.sitting === sitting) as Plan
        }),
      ),
    'PATCH /canteens/:id/plans/:date/:sitting/items/:dishId': ({ person, params: { id, dishId, ...rest }, body, now, write }) =>
      dropping(
        id,
        write(async (tx) => {
          await getOwnCanteen(tx, id, person)
          const meal = { canteenId: id, ...rest }
          await holdOpen(tx, meal, now)
          return (await changeItem(tx, meal, dishId, body)) ?? (await refuseChange(tx, meal, dishId))
        }),
      ),
    'POST /canteens/:id/plans/copies': ({ person, params, body, now, write }) =>
      dropping(
        params.id,
        write(async (tx) => {
          const kitchen = await openKitchen(tx, await getOwnCanteen(tx, params.id, person))
          await copyWeek(tx, kitchen, body.from, body.to, now)
          return { items: await readPlans(tx, kitchen, body.to, 7) }
        }),
      ),
    'POST /canteens/:id/plans/imports': async ({ db, person, params, now, request, write }) => {
      await getOwnCanteen(db, params.id, person)
      const { rows, fingerprint } = await withUpload(request, async (bytes) => ({
        rows: await readMenuFile(bytes),
        fingerprint: createHash('sha256').update(bytes).digest('hex'),
      }))
      const work = async (tx: Db) => importMenus(tx, await openKitchen(tx, await getOwnCanteen(tx, params.id, person)), rows, now)
      return dropping(params.id, write(work, fingerprint))
    },
    'POST /canteens/:id/publications': ({ person, params, body, now, write }) =>
      dropping(
        params.id,
        write(async (tx) => {
          const kitchen = await openKitchen(tx, await getOwnCanteen(tx, params.id, person))
          return { published: await publish(tx, kitchen, body.from, body.days, now) }
        }),
      ),
    'POST /canteens/:id/closures': async ({ db, person, params, body, now, write }) => {
      const meal = { canteenId: params.id, date: body.date, sitting: body.sitting }
      const reason = body.reason.trim()
      const cancelled = await write(async (tx) => {
        sittingOf(await openKitchen(tx, await getOwnCanteen(tx, params.id, person)), body.sitting)
        const orders = await closeMenu(tx, meal, reason, now)
        if (orders === undefined)
          throw conflict('canteen-not-open', `${dayWords(body.date)}${sittingWords[body.sitting]}没有在供应，不用取消。`)
        return orders
      })
      menus.drop(params.id)
      return dropping(
        params.id,
        endCalledOff(db, meal, { actorId: person.personId, reason }, now).then(() => ({ cancelled })),
      )
    },
  }
}

/** Keeps the meal to oneself; nobody who books looks at it in between. Throws a Refusal when it is over or called off. */
async function holdOpen(tx: Db, meal: Meal, now: Date): Promise<void> {
  const held = await lockMeal(tx, meal)
  const name = `${dayWords(meal.date)}${sittingWords[meal.sitting]}`
  if (held?.closed) throw conflict('canteen-called-off', `${name}已经取消供应，不能再改。`)
  if (held && new Date(held.endsAt) <= now) throw conflict('canteen-meal-over', `${name}已经过了，不能再改。`)
}

/** Why a dish of a meal could not be changed. */
async function refuseChange(tx: Db, { canteenId, date, sitting }: Meal, dishId: string): Promise<never> {
  const menu = (await findMenus(tx, canteenId, date, 1)).find((row) => row.sitting === sitting)
  const item = menu?.items.find((row) => row.dishId === dishId)
  if (!item) throw notFound('canteen-dish-unknown', '这一餐没有这道菜。')
  throw tooFew('这道菜', `${dayWords(date)}${sittingWords[sitting]}`, item.quota - item.left)
}
