import type { Foundation } from '../../foundation'
import { parseNear } from '../../shared/geo'
import { shanghaiDay } from '../../shared/shanghai'
import { send } from '../../shared/shared-answer'
import { getCanteen } from './access'
import type { MenuCache } from './menu-cache'
import { findCanteens, findDishes, findMenus, findProgress, type ProgressRow } from './queries-menu'
import type { CanteenHandlers } from './routes'
import { canteenOf, menuOf, servedDishOf, spanOf } from './view'

type GuestCalls = 'GET /canteens' | 'GET /canteens/:id' | 'GET /canteens/:id/menus' | 'GET /canteens/:id/progress'

/** What everybody may look at. */
export function guestHandlers({ photoSigner: signer }: Foundation, menus: MenuCache): Pick<CanteenHandlers, GuestCalls> {
  return {
    'GET /canteens': async ({ db, query, now }) => {
      const near = query.near ? parseNear(query.near) : undefined
      const items = (await findCanteens(db)).map((row) => canteenOf(row, now, near))
      const far = Number.POSITIVE_INFINITY
      return { items: near ? items.sort((a, b) => (a.distance ?? far) - (b.distance ?? far)) : items }
    },
    'GET /canteens/:id': async ({ db, params, now }) => canteenOf(await getCanteen(db, params.id), now),
    'GET /canteens/:id/menus': async ({ db, params, query, now, reply }) => {
      const { from, days } = spanOf(query, now)
      const answer = await menus.get(params.id, `${from} ${days}`, now, async () => {
        await getCanteen(db, params.id)
        const published = (await findMenus(db, params.id, from, days)).filter((row) => row.published)
        const codes = [...new Set(published.flatMap(({ items }) => items.map(({ dishId }) => dishId)))]
        const dishes = await findDishes(db, params.id, codes)
        return { items: published.map((row) => menuOf(row, now)), dishes: dishes.map((row) => servedDishOf(row, signer, now)) }
      })
      return send(reply, answer)
    },
    'GET /canteens/:id/progress': async ({ db, params, now }) => {
      await getCanteen(db, params.id)
      const year = Number(shanghaiDay(now).slice(0, 4))
      return { year, ...((await findProgress(db, params.id, year)) as ProgressRow) }
    },
  }
}
