import type { Plan } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { dayAfter, momentAt } from '../../shared/times'
import { inOrder, type Kitchen, type MealPlan, setPlan } from './plan'
import { findMenus, type MenuRow } from './queries-menu'
import { countOrders } from './queries-plans'
import { openWindows, publishMenus } from './queries-publish'
import { windowsOf } from './rules'

/** Every meal of the days, planned or not yet. */
export async function readPlans(db: Db, { canteen, sittings }: Kitchen, from: string, days: number): Promise<Plan[]> {
  const menus = await findMenus(db, canteen.id, from, days)
  const counts = await countOrders(db, canteen.id, from, days)
  const dates = Array.from({ length: days }, (_, at) => dayAfter(from, at))
  return dates.flatMap((date) =>
    [...sittings.keys()].map((sitting) => {
      const isIt = (meal: { date: string; sitting: string }) => meal.date === date && meal.sitting === sitting
      return planOf({ date, sitting }, menus.find(isIt), counts.find(isIt)?.orders ?? 0)
    }),
  )
}

const planOf = (meal: Pick<Plan, 'date' | 'sitting'>, menu: MenuRow | undefined, orders: number): Plan => ({
  ...meal,
  published: menu?.published ?? false,
  closed: menu?.closedReason ?? null,
  orders,
  items: [...(menu?.items ?? [])],
})

/** Copies seven days onto seven others, as drafts. A day that has a menu keeps it; one that is over is left out. */
export async function copyWeek(tx: Db, kitchen: Kitchen, from: string, to: string, now: Date): Promise<void> {
  const source = await findMenus(tx, kitchen.canteen.id, from, 7)
  const apart = (Date.parse(to) - Date.parse(from)) / 86_400_000
  const wanted = source.map(({ date, sitting, items }): MealPlan => ({ date: dayAfter(date, apart), sitting, items, onlyNew: true }))
  for (const plan of inOrder(wanted)) if (isAhead(kitchen, plan, now)) await setPlan(tx, kitchen, plan, now)
}

const isAhead = ({ sittings }: Kitchen, { date, sitting }: MealPlan, now: Date) => momentAt(date, sittings.get(sitting)?.closes ?? 0) > now

/** Publishes the drafts of the days: their pick-up windows open. Gives how many meals. */
export async function publish(tx: Db, { canteen, sittings }: Kitchen, from: string, days: number, now: Date): Promise<number> {
  const published = await publishMenus(tx, canteen.id, from, days, now)
  for (const { townCode, date, sitting } of published) {
    const row = sittings.get(sitting)
    if (!row) continue
    const windows = windowsOf(row.opens, row.closes, row.windowMinutes)
    await openWindows(tx, { townCode, canteenId: canteen.id, date, sitting }, windows, row.windowCapacity)
  }
  return published.length
}
