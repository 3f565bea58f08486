import type { Sitting } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { shanghaiDay } from '../../shared/shanghai'
import { badRows, type Fault, faultAt } from '../../shared/table-rows'
import { checkMenuRows, type RawRow } from './menu-file'
import { inOrder, type Kitchen, tryPlan } from './plan'

/** Sets the meals that a file has rows of, all or nothing. Throws 422 with each bad row's number and reason. */
export async function importMenus(tx: Db, kitchen: Kitchen, rows: readonly RawRow[], now: Date): Promise<{ rows: number; meals: number }> {
  const { sittings, dishes } = kitchen
  const { items, faults } = checkMenuRows(rows, { today: shanghaiDay(now), dishes, sittings: new Set(sittings.keys()) })
  if (faults.length > 0) throw badRows(faults, 'canteen')
  const meals = new Map<string, { date: string; sitting: Sitting; items: typeof items }>()
  for (const item of items) {
    const key = `${item.date} ${item.sitting}`
    const meal = meals.get(key) ?? { date: item.date, sitting: item.sitting, items: [] }
    meal.items.push(item)
    meals.set(key, meal)
  }
  const clashes: Fault[] = []
  for (const meal of inOrder(meals.values())) {
    for (const { at, refusal } of await tryPlan(tx, kitchen, meal, now)) clashes.push(faultAt(meal.items[at]?.line ?? 0, refusal.detail))
  }
  if (clashes.length > 0)
    throw badRows(
      clashes.sort((a, b) => a.line - b.line),
      'canteen',
    )
  return { rows: items.length, meals: meals.size }
}
