import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { Menu, Order } from '../../contract/canteen'
import { checkCanteens } from '../../server/commands/canteen-check'
import type { Db } from '../../server/database/connect'
import { dayAfter } from '../../server/shared/times'
import type { Caller, TestTown } from './server'

/** 古北社区食堂, where 陈师傅 works. */
export const gubei = 'CAN-001'
/** When most stories begin: a Friday. */
export const start = '2026-11-20T09:00:00+08:00'
/** 红烧肉 at 12 yuan, 红烧狮子头 at 10, 清炒菠菜 at 4: the dishes of a fresh lunch. */
export const pork = 'D001'
export const meatballs = 'D002'
export const greens = 'D018'

export type Meal = BodyOf<AllCalls['POST /orders']>
type Plan = BodyOf<AllCalls['PUT /canteens/:id/plans/:date/:sitting']>['items']

/** 陈师傅 publishes a lunch on a day that nothing else of the file touches; gives the day. */
export async function freshLunch(
  town: TestTown,
  items: Plan = [pork, meatballs, greens].map((dishId) => ({ dishId, quota: 100 })),
): Promise<string> {
  const chen = await town.as('canteen_staff')
  const last = await town.db.selectFrom('canteen_menus').select('day').orderBy('day', 'desc').limit(1).executeTakeFirstOrThrow()
  const date = dayAfter(String(last.day), 1)
  await chen.ok('PUT /canteens/:id/plans/:date/:sitting', { params: { id: gubei, date, sitting: 'lunch' }, body: { items } })
  await chen.ok('POST /canteens/:id/publications', { params: { id: gubei }, body: { from: date, days: 1 } })
  return date
}

/** 红烧肉 for one to take away on the day. */
export const lunch = (date: string, changes: Partial<Meal> = {}): Meal => ({
  canteenId: gubei,
  date,
  sitting: 'lunch',
  items: [{ dishId: pork, quantity: 1 }],
  mode: 'take_away',
  ...changes,
})

export const book = (caller: Caller, meal: Meal): Promise<Order> => caller.ok('POST /orders', { body: meal })
export const tryBook = (caller: Caller, meal: Meal, key?: string) => caller.call('POST /orders', { body: meal, ...(key ? { key } : {}) })
export const cancel = (caller: Caller, id: string) => caller.call('POST /orders/:id/cancel', { params: { id } })
export const see = (caller: Caller, id: string): Promise<Order> => caller.ok('GET /orders/:id', { params: { id } })

/** The lunch of a day, as any guest sees it. */
export async function lunchMenu(town: TestTown, date: string): Promise<Menu> {
  const { items } = await town.guest.ok('GET /canteens/:id/menus', { params: { id: gubei }, query: { from: date, days: 1 } })
  return items.find(({ sitting }) => sitting === 'lunch') as Menu
}

/** Portions left of a dish of that lunch. */
export async function left(town: TestTown, date: string, dishId = pork): Promise<number> {
  return (await lunchMenu(town, date)).items.find((item) => item.dishId === dishId)?.left as number
}

/** Types the four digits, or scans, at the counter of 古北. */
export const pickUp = (caller: Caller, body: BodyOf<AllCalls['POST /canteens/:id/pickups']>, id = gubei) =>
  caller.call('POST /canteens/:id/pickups', { params: { id }, body })

/** What the canteens count that does not agree with their orders: nothing, always. */
export async function disagreements(db: Db): Promise<string[]> {
  return (await checkCanteens(db)).flatMap(({ what, wrong }) => wrong.map((name) => `${what}: ${name}`))
}
