import { conflict, unfit } from '../../errors'
import type { Foundation } from '../../foundation'
import { releasePhoto, takePhotos } from '../../shared/photos'
import { getOwnCanteen } from './access'
import type { MenuCache } from './menu-cache'
import { isOrdered, keepFacts, lockDish, type NewDish, upsertDish } from './queries-dishes'
import { type DishRow, findDishes } from './queries-menu'
import type { CanteenHandlers } from './routes'
import { dishOf } from './view'

type DishCalls = 'GET /canteens/:id/dishes' | 'PUT /canteens/:id/dishes/:dishId'

/** What the kitchen can cook. */
export function dishHandlers({ photoSigner: signer }: Foundation, menus: MenuCache): Pick<CanteenHandlers, DishCalls> {
  return {
    'GET /canteens/:id/dishes': async ({ db, person, params, now }) => {
      await getOwnCanteen(db, params.id, person)
      return { items: (await findDishes(db, params.id)).map((row) => dishOf(row, signer, now)) }
    },
    'PUT /canteens/:id/dishes/:dishId': async ({ person, params: { id, dishId }, body, now, write }) => {
      const row = await write(async (tx) => {
        const canteen = await getOwnCanteen(tx, id, person)
        const { photoId: newPhoto, ...dish } = body
        const before = await lockDish(tx, canteen.townCode, id, dishId)
        const known = new Map((await findDishes(tx, id)).map((found) => [found.id, found]))
        const misfit = partsMisfit(dish.kind, dish.parts, dishId, known)
        if (misfit) throw unfit('canteen-dish-parts', misfit, 'body/parts')
        const cooked = known.get(dishId)
        if (cooked && isOther(cooked, dish) && (await isOrdered(tx, canteen.townCode, id, dishId, now))) throw ordered(cooked.name)
        const changed = newPhoto !== undefined && newPhoto !== (before?.photoId ?? null)
        if (changed && newPhoto) await takePhotos(tx, person.personId, [newPhoto], `dish ${id} ${dishId}`, now)
        const photoId = changed ? newPhoto : (before?.photoId ?? null)
        const after: NewDish = { ...dish, id: dishId, canteenId: id, townCode: canteen.townCode, photoId }
        await keepFacts(tx, after, now)
        await upsertDish(tx, after)
        if (changed && before?.photoId) await releasePhoto(tx, before.photoId)
        return (await findDishes(tx, id, [dishId]))[0] as DishRow
      })
      menus.drop(id)
      return dishOf(row, signer, now)
    },
  }
}

/** Whether another dish is to be cooked under the code, whatever it is called. */
const isOther = (before: DishRow, { kind, parts }: { kind: string; parts: readonly string[] }) =>
  before.kind !== kind || parts.length !== before.parts.length || before.parts.some(({ dishId }) => !parts.includes(dishId))

const ordered = (name: string) =>
  conflict('canteen-dish-ordered', `${name}已经有人订了，类别和套餐里的菜先不能改，名字、图片和价格可以改。要换菜，请另加一道新的。`)

/** What is wrong with the dishes of a set meal; null when nothing is. */
function partsMisfit(kind: string, parts: readonly string[], own: string, known: ReadonlyMap<string, DishRow>): string | null {
  if (kind !== 'set') return parts.length > 0 ? '只有套餐才由几道菜组成。' : null
  if (parts.length === 0) return '套餐里要有菜。'
  if (new Set(parts).size < parts.length) return '套餐里同一道菜写了两遍。'
  const around = [...known.values()].find((dish) => dish.parts.some((part) => part.dishId === own))
  if (around) return `${around.name}里有这道菜，它自己不能是套餐。`
  const bad = parts.find((part) => part === own || !known.has(part) || known.get(part)?.kind === 'set')
  return bad ? `套餐里不能有 ${bad}：没有这道菜，或者它自己是套餐。` : null
}
