import { shanghaiDay } from '../../shared/shanghai'
import { dayAfter } from '../../shared/times'
import { personId } from './person-rows'
import type { Stage } from './stage'

const canteenId = 'CAN-001'
const hour = 60

/** The last days at 古北: what the family ate, and tomorrow's lunch. */
export async function playMeals(stage: Stage): Promise<void> {
  const today = shanghaiDay(stage.end)
  const [dayBefore, yesterday, tomorrow] = [dayAfter(today, -2), dayAfter(today, -1), dayAfter(today, 1)] as [string, string, string]
  for (const [day, quantities] of [
    [dayBefore, [1, 0, 1]],
    [yesterday, [0, 1, 1]],
  ] as const) {
    await stage.on(dayAfter(day, -1), 15 * hour)
    const family = await book(stage, 'daughter', day, quantities)
    const neighbour = await book(stage, 'neighbour', day, [1])
    await stage.on(day, 11 * hour + 20)
    for (const code of [family, neighbour]) await stage.call('canteen_staff', 'POST', `/canteens/${canteenId}/pickups`, { code })
  }
  await stage.at(15)
  await book(stage, 'daughter', tomorrow, [1, 0, 1])
}

/** Books lunch of a day, so many of each dish from the top of the menu; the daughter does so for her mother. Gives the four digits. */
async function book(stage: Stage, persona: 'daughter' | 'neighbour', date: string, quantities: readonly number[]): Promise<string> {
  const menus = await stage.call(persona, 'GET', `/canteens/${canteenId}/menus?from=${date}&days=1`)
  const lunch = (menus.items as { sitting: string; items: { dishId: string }[] }[]).find(({ sitting }) => sitting === 'lunch')
  const items = quantities.flatMap((quantity, at) => (quantity > 0 ? [{ dishId: lunch?.items[at]?.dishId, quantity }] : []))
  const eater = persona === 'daughter' ? { forPersonId: personId('resident') } : {}
  const order = await stage.call(persona, 'POST', '/orders', { canteenId, date, sitting: 'lunch', mode: 'eat_in', items, ...eater })
  return order.number as string
}
