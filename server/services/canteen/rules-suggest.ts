import type { DishKind } from '../../../contract/canteen'

export interface Choosable {
  readonly dishId: string
  readonly name: string
  readonly kind: DishKind
  readonly priceFen: number
  /** Portions that can be had. */
  readonly left: number
}
export interface Wanted {
  readonly dishId: string
  readonly name: string
  readonly kind: DishKind
  readonly quantity: number
  readonly priceFen: number
}

export interface Suggestion {
  readonly items: readonly { readonly dishId: string; readonly name: string; readonly quantity: number; readonly priceFen: number }[]
  readonly replaced: readonly { readonly was: string; readonly now: string | null }[]
}

/**
 * The last meal on another day's menu: a dish that is on it again stays, one that is not gives way to the dish of its kind that is
 * nearest in price and not on the tray yet. Without one it falls away.
 */
export function suggest(last: readonly Wanted[], menu: readonly Choosable[]): Suggestion {
  const taken = new Set<string>()
  const tray: { dishId: string; name: string; quantity: number; priceFen: number }[] = []
  const replaced: { was: string; now: string | null }[] = []
  const put = ({ dishId, name, priceFen }: Choosable, quantity: number) => {
    taken.add(dishId)
    tray.push({ dishId, name, quantity, priceFen })
  }
  const missing: Wanted[] = []
  for (const wanted of last) {
    const again = menu.find(({ dishId, left }) => dishId === wanted.dishId && left >= wanted.quantity)
    if (again) put(again, wanted.quantity)
    else missing.push(wanted)
  }
  for (const wanted of missing) {
    const next = menu
      .filter(({ dishId, kind, left }) => kind === wanted.kind && left >= wanted.quantity && !taken.has(dishId))
      .sort((a, b) => Math.abs(a.priceFen - wanted.priceFen) - Math.abs(b.priceFen - wanted.priceFen) || (a.dishId < b.dishId ? -1 : 1))[0]
    if (next) put(next, wanted.quantity)
    replaced.push({ was: wanted.name, now: next?.name ?? null })
  }
  return { items: tray, replaced }
}
