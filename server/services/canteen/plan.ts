import { randomInt } from 'node:crypto'
import type { Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { conflict, type Refusal, unfit } from '../../errors'
import { dayWords, momentAt } from '../../shared/times'
import type { CanteenRow } from './queries-menu'
import { findDishes } from './queries-menu'
import { findSittings, lockMenu, type PlannedItem, replaceItems, type SittingRow } from './queries-plans'
import { sittingWords } from './rules'

/** What a canteen plans with. */
export interface Kitchen {
  readonly canteen: CanteenRow
  readonly sittings: ReadonlyMap<Sitting, SittingRow>
  readonly dishes: ReadonlyMap<string, { readonly name: string; readonly priceFen: number }>
}

export async function openKitchen(db: Db, canteen: CanteenRow): Promise<Kitchen> {
  const sittings = await findSittings(db, canteen.id)
  const dishes = await findDishes(db, canteen.id)
  return { canteen, sittings: new Map(sittings.map((row) => [row.sitting, row])), dishes: new Map(dishes.map((row) => [row.id, row])) }
}

export interface MealPlan {
  readonly date: string
  readonly sitting: Sitting
  readonly items: readonly { readonly dishId: string; readonly quota: number; readonly priceFen?: number | null | undefined }[]
  /** Leaves a meal as it is that has dishes already or is called off. */
  readonly onlyNew?: boolean
}

/** Whoever sets several meals does it in this order, so that two at once wait for each other and do not lock each other out. */
export const inOrder = <T extends Pick<MealPlan, 'date' | 'sitting'>>(meals: Iterable<T>): T[] => {
  const key = ({ date, sitting }: T) => `${date} ${sitting}`
  return [...meals].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

/** A screen of dishes that nobody reads to its end is no menu. */
const mostDishes = 60

/** Sets the dishes of one meal. Throws a Refusal when it is over or called off, a dish is unknown, or more of one is ordered already. */
export async function setPlan(tx: Db, kitchen: Kitchen, plan: MealPlan, now: Date): Promise<void> {
  const [clash] = await tryPlan(tx, kitchen, plan, now)
  if (clash) throw clash.refusal
}

/** What a meal cannot be set for as things stand, and the place of the item that it is about: the first where it is about all of them. */
export interface Clash {
  readonly at: number
  readonly refusal: Refusal
}

/** Sets the dishes of one meal, or gives every reason why not. Throws a Refusal when a dish is unknown or there twice. */
export async function tryPlan(tx: Db, kitchen: Kitchen, { date, sitting, items, onlyNew }: MealPlan, now: Date): Promise<Clash[]> {
  const times = sittingOf(kitchen, sitting)
  const endsAt = momentAt(date, times.closes)
  const meal = `${dayWords(date)}${sittingWords[sitting]}`
  if (endsAt <= now) return [{ at: 0, refusal: conflict('canteen-meal-over', `${meal}已经过了，不能再改。`) }]
  const tooMany = () => unfit('canteen-too-many-dishes', `${meal}有 ${items.length} 道菜，最多 ${mostDishes} 道。`)
  if (items.length > mostDishes) return [{ at: mostDishes, refusal: tooMany() }]
  const planned = items.map((item, at) => plannedItem(kitchen, items, item, at))
  const menu = {
    ...{ townCode: kitchen.canteen.townCode, canteenId: kitchen.canteen.id, date, sitting },
    orderUntil: momentAt(date, times.orderUntil).toISOString(),
    cancelUntil: momentAt(date, times.cancelUntil).toISOString(),
    endsAt: endsAt.toISOString(),
    ...numbering(),
  }
  const before = await lockMenu(tx, menu)
  if (onlyNew && (before.items.length > 0 || before.closedReason !== null)) return []
  if (before.closedReason !== null) return [{ at: 0, refusal: conflict('canteen-called-off', `${meal}已经取消供应，不能再改。`) }]
  const clashes = before.items.flatMap(({ dishId, name, quota, left }) => {
    const at = planned.findIndex((item) => item.dishId === dishId)
    const isEnough = (planned[at]?.quota ?? 0) >= quota - left
    return isEnough ? [] : [{ at: Math.max(at, 0), refusal: tooFew(name, meal, quota - left) }]
  })
  if (clashes.length === 0) await replaceItems(tx, menu, planned)
  return clashes
}

function plannedItem({ dishes }: Kitchen, items: MealPlan['items'], item: MealPlan['items'][number], at: number): PlannedItem {
  const dish = dishes.get(item.dishId)
  if (!dish) throw unfit('canteen-dish-unknown', `没有编号为 ${item.dishId} 的菜。`, `body/items/${at}/dishId`)
  const isFirst = items.findIndex(({ dishId }) => dishId === item.dishId) === at
  if (!isFirst) throw unfit('canteen-dish-twice', `${dish.name}写了两遍。`, `body/items/${at}/dishId`)
  return { dishId: item.dishId, quota: item.quota, priceFen: item.priceFen ?? dish.priceFen }
}

/** The sitting, when the canteen has it. Throws 422 when not. */
export function sittingOf({ canteen, sittings }: Kitchen, sitting: Sitting): SittingRow {
  const found = sittings.get(sitting)
  if (!found) throw unfit('canteen-sitting-unknown', `${canteen.name}不供应${sittingWords[sitting]}。`)
  return found
}

export const tooFew = (name: string, meal: string, taken: number) =>
  conflict('canteen-dish-ordered', `${meal}的${name}已经订出 ${taken} 份，份数不能比这少。要停订请用“售完”。`)

/** Numbers that do not stand in line, so that a misheard one is nobody's neighbour: a step that meets all ten thousand. */
function numbering(): { step: number; shift: number } {
  const step = 1 + 2 * randomInt(5000)
  return step % 5 === 0 ? numbering() : { step, shift: randomInt(10_000) }
}
