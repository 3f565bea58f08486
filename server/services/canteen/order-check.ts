import type { BodyOf } from '../../../contract/call'
import type { canteenCalls } from '../../../contract/canteen'
import type { Sealer } from '../../shared/seal'
import { minuteOf, momentAt } from '../../shared/times'
import type { OfferedDish, OfferedWindow, Setting } from './queries-booking'
import { dishTwice, hindered, noSuchEater, noSuchWindow, notOnMenu, soldOut, windowFull } from './refusals'
import { hindranceOf } from './rules'
import { type Billing, billOf, type Facts } from './rules-bill'

/** What a guest wants, be it only the price of it. */
export type Wanted = Omit<BodyOf<(typeof canteenCalls)['POST /orders']>, 'note' | 'seenFen'>
type Eater = NonNullable<Setting['eater']>
type Item = { readonly dishId: string; readonly name: string; readonly quantity: number; readonly priceFen: number }

/** An order that can be had as things stand. */
export interface Judged {
  readonly setting: Setting & { readonly eater: Eater; readonly menu: NonNullable<Setting['menu']> }
  readonly window: OfferedWindow
  readonly items: readonly Item[]
  readonly bill: ReturnType<typeof billOf>
}

export const factsOf = (sealed: string | null, sealer: Sealer): Facts | null => (sealed ? (JSON.parse(sealer.open(sealed)) as Facts) : null)

/** Whether the order can be had, and what it costs. Throws a Refusal that says why not and what is still free. */
export function judge(setting: Setting, wanted: Wanted, sealer: Sealer, now: Date): Judged {
  const { eater, menu } = setting
  if (!eater) throw noSuchEater()
  const wish = { ...setting, mode: wanted.mode, way: wanted.way ?? 'counter', registered: eater.hasAddress, noShows: eater.noShows }
  const hindrance = hindranceOf(menu && { ...setting, ...menu }, wish, now)
  if (hindrance || !menu) throw hindered(hindrance ?? 'no-menu', setting, wanted.sitting)
  const items = itemsOf(wanted.items, setting.dishes)
  return {
    setting: { ...setting, eater, menu },
    items,
    window: windowFor(wanted, setting.windows, now),
    bill: bill(items, wanted, setting, eater, sealer),
  }
}

function itemsOf(wanted: Wanted['items'], dishes: readonly OfferedDish[]): Item[] {
  return wanted.map(({ dishId, quantity }, at) => {
    const dish = dishes.find((offered) => offered.dishId === dishId)
    if (!dish) throw notOnMenu(at)
    if (wanted.findIndex((item) => item.dishId === dishId) !== at) throw dishTwice(at)
    if (dish.soldOut || dish.left < quantity) throw soldOut(dish, quantity, dishes)
    return { dishId, name: dish.name, quantity, priceFen: dish.priceFen }
  })
}

/** The window asked for, or the first with room; what is over is no window any more. */
function windowFor({ window, date }: Wanted, windows: readonly OfferedWindow[], now: Date): OfferedWindow {
  const asked = window === undefined ? undefined : windows.find(({ starts }) => starts === minuteOf(window))
  if (window !== undefined && !asked) throw noSuchWindow()
  const free = windows.filter(({ ends, left }) => left > 0 && momentAt(date, ends) > now)
  const found = asked ? free.find(({ starts }) => starts === asked.starts) : free[0]
  if (!found) throw windowFull(asked, free)
  return found
}

function bill(items: readonly Item[], { date, mode }: Wanted, { tiers }: Setting, eater: Eater, sealer: Sealer): Judged['bill'] {
  const totalFen = items.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0)
  const facts = factsOf(eater.factsSealed, sealer)
  return billOf({ totalFen, day: date, mode, facts, usedFen: eater.subsidyFen, tiers } satisfies Billing)
}
