import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Diet, Mode, Sitting } from '../../../contract/canteen'
import { windowsOf } from '../../services/canteen/rules'
import { momentAt } from '../../shared/times'
import type { CanteenMenus, CanteenSittings } from '../tables'
import { type CanteenFact, canteens, discounts, sittingFacts, subsidies, windowCapacity, windowMinutes } from './canteen-facts'
import { type DishFact, dishes, setMeals } from './dishes'
import { towns } from './towns'
import { portions, setMenu, weekMenu } from './week-menu'

const keyOf = ({ town, code }: CanteenFact) => ({ town_code: town, canteen_code: code })

export const canteenRows = canteens.map(({ town, code, name, address, phone, lng, lat, delivers, prepaid, yearTarget }, at) => ({
  ...{ town_code: town, code, name, address, phone, lng, lat, delivers, prepaid },
  position: at + 1,
  year_target: yearTarget,
}))

export const sittingRows = canteens.flatMap((canteen) =>
  sittingFacts.map(([sitting, opens_minute, closes_minute, order_until_minute, cancel_until_minute]) => ({
    ...keyOf(canteen),
    ...{ sitting, opens_minute, closes_minute, order_until_minute, cancel_until_minute },
    window_minutes: windowMinutes,
    window_capacity: Math.round(windowCapacity * canteen.share),
  })),
)

/** Which diets a dish fits is declared by the kitchen; this rule, by the portion, is invented for the demo. */
const dietsOf = (sodiumMg: number, carbohydrateG: number): Diet[] => [
  ...(sodiumMg <= 300 ? (['low_salt'] as const) : []),
  ...(carbohydrateG <= 10 ? (['low_sugar'] as const) : []),
]

const dishRow = ([code, name, kind, price_fen, kcal, protein_g, fat_g, carbohydrate_g, sodium_mg, allergens]: DishFact) => ({
  ...{ code, name, kind, price_fen, kcal, protein_g, fat_g, carbohydrate_g, sodium_mg },
  allergens: [...allergens],
  diets: dietsOf(sodium_mg, carbohydrate_g),
  parts: [] as string[],
})
const singleRows = dishes.map(dishRow)

function setRow([code, name, price_fen, parts]: (typeof setMeals)[number]) {
  const inIt = singleRows.filter((dish) => parts.includes(dish.code))
  const sum = (of: 'kcal' | 'protein_g' | 'fat_g' | 'carbohydrate_g' | 'sodium_mg') => inIt.reduce((total, dish) => total + dish[of], 0)
  const [carbohydrate_g, sodium_mg] = [sum('carbohydrate_g'), sum('sodium_mg')]
  return {
    ...{ code, name, kind: 'set', price_fen, carbohydrate_g, sodium_mg },
    ...{ kcal: sum('kcal'), protein_g: sum('protein_g'), fat_g: sum('fat_g') },
    allergens: [...new Set(inIt.flatMap((dish) => dish.allergens))],
    diets: dietsOf(sodium_mg, carbohydrate_g),
    parts: [...parts],
  }
}

const menuDishes = [...singleRows, ...setMeals.map(setRow)]
export const dishRows = canteens.flatMap((canteen) => menuDishes.map((dish) => ({ ...keyOf(canteen), ...dish })))

const eatIn: Mode[] = ['eat_in']
const tiersOf = (town_code: string) => [
  ...discounts.map(([code, label, min_age, max_age, percent]) => ({
    ...{ town_code, code, kind: 'discount', label, min_age, max_age, percent },
    needs: ['district'],
  })),
  ...subsidies.map(([code, label, min_age, max_age, amount_fen, threshold_fen, alsoNeeds]) => ({
    ...{ town_code, code, kind: 'subsidy', label, min_age, max_age, amount_fen, threshold_fen },
    needs: ['district', 'hukou', ...alsoNeeds],
    modes: eatIn,
    threshold_on: 'before',
    per_day_fen: amount_fen,
  })),
]
export const tierRows = towns.flatMap(({ code }) => tiersOf(code))

type SittingRow = Selectable<CanteenSittings>
/** Key of a menu, as its table has it. */
export type MealKey = Pick<Selectable<CanteenMenus>, 'town_code' | 'canteen_code' | 'day' | 'sitting'>

/** The menu of a day, published a fortnight before. */
export const menuRow = (sitting: SittingRow, day: string) => ({
  ...{ town_code: sitting.town_code, canteen_code: sitting.canteen_code, day, sitting: sitting.sitting },
  published_at: momentAt(day, -14 * 24 * 60).toISOString(),
  order_until: momentAt(day, sitting.order_until_minute).toISOString(),
  cancel_until: momentAt(day, sitting.cancel_until_minute).toISOString(),
  ends_at: momentAt(day, sitting.closes_minute).toISOString(),
  ...numbersOf(`${sitting.canteen_code} ${day} ${sitting.sitting}`),
})

/** Always the same for a meal, so that starting twice changes nothing, and yet no two meals count alike. */
function numbersOf(meal: string) {
  const bytes = createHash('sha256').update(meal).digest()
  // Numbers that end in 1, 3, 7 or 9 share no divisor with 10000, so every number comes up once.
  const last = [1, 3, 7, 9][bytes.readUInt8(0) % 4] as number
  return { number_step: (bytes.readUInt16BE(1) % 1000) * 10 + last, number_shift: bytes.readUInt16BE(3) % 10_000 }
}

/** The pick-up windows of a meal, empty of people; `meal` is one of the sitting. */
export const windowRows = ({ opens_minute, closes_minute, window_minutes, window_capacity }: SittingRow, meal: MealKey) =>
  windowsOf(opens_minute, closes_minute, window_minutes).map(({ starts, ends }) => ({
    ...meal,
    ...{ starts_minute: starts, ends_minute: ends, capacity: window_capacity, remaining: window_capacity },
  }))

/**
 * The dishes of the week's menu that the kitchen still has; `prices` are fen by the dish's code. Every canteen begins the week on another
 * day of it, so that no two cook the same.
 */
export function itemRows(meal: MealKey, prices: ReadonlyMap<string, number>) {
  const at = canteens.findIndex(({ code }) => code === meal.canteen_code)
  const weekday = (new Date(`${meal.day}T00:00:00Z`).getUTCDay() + 6 + at) % 7
  const sitting = meal.sitting as Sitting
  const single = (weekMenu[weekday]?.[sitting] ?? []).map((code, place) => [code, portions[sitting][place] ?? 0] as const)
  return [...setMenu[sitting], ...single].flatMap(([dish_code, count], position) => {
    const price_fen = prices.get(dish_code)
    const quota = Math.round(count * (canteens[at]?.share ?? 0))
    return price_fen === undefined ? [] : [{ ...meal, dish_code, position, price_fen, quota, remaining: quota }]
  })
}
