import { yuan } from '@/lib/money'
import type { AllCalls } from '../../../../contract'
import type { BodyOf } from '../../../../contract/call'
import type { Allergen, Diet, Dish, DishKind } from '../../../../contract/canteen'
import { amountOf, fenOf } from '../staff-figures'

type DishBody = BodyOf<AllCalls['PUT /canteens/:id/dishes/:dishId']>
export const figures = ['kcal', 'proteinG', 'fatG', 'carbohydrateG', 'sodiumMg'] as const
export type FigureName = (typeof figures)[number]
export const figureWords: Record<FigureName, string> = {
  kcal: '热量（千卡）',
  proteinG: '蛋白质（克）',
  fatG: '脂肪（克）',
  carbohydrateG: '碳水（克）',
  sodiumMg: '钠（毫克）',
}

/** A dish as it is being written: figures as typed. */
export interface DishDraft {
  readonly id: string
  readonly name: string
  readonly kind: DishKind
  /** Yuan. */
  readonly price: string
  readonly figures: Readonly<Record<FigureName, string>>
  readonly allergens: readonly Allergen[]
  readonly diets: readonly Diet[]
  readonly parts: readonly string[]
}
export type DishField = 'id' | 'name' | 'price' | 'parts' | FigureName

export const draftOfDish = (dish: Dish): DishDraft => ({
  id: dish.id,
  name: dish.name,
  kind: dish.kind,
  price: yuan(dish.priceFen),
  figures: figuresFrom((name) => String(dish[name])),
  allergens: dish.allergens,
  diets: dish.diets,
  parts: dish.parts.map(({ dishId }) => dishId),
})

const figuresFrom = (read: (name: FigureName) => string): Record<FigureName, string> => ({
  kcal: read('kcal'),
  proteinG: read('proteinG'),
  fatG: read('fatG'),
  carbohydrateG: read('carbohydrateG'),
  sodiumMg: read('sodiumMg'),
})

/** A new dish, numbered after those there are: D045 after D044. */
export function newDish(dishes: readonly Dish[]): DishDraft {
  const numbers = dishes.map(({ id }) => Number(/^D(\d{1,6})$/.exec(id)?.[1] ?? 0))
  const id = `D${String(Math.max(0, ...numbers) + 1).padStart(3, '0')}`
  return { id, name: '', kind: 'big_meat', price: '', figures: figuresFrom(() => ''), allergens: [], diets: [], parts: [] }
}

/** What is missing or wrong, field by field. */
export function dishFaults(draft: DishDraft, taken: readonly string[]): Partial<Record<DishField, string>> {
  const faults: [DishField, string | false][] = [
    ['id', !/^[A-Za-z0-9_-]{1,32}$/.test(draft.id) ? '编号只能用字母、数字、横线。' : taken.includes(draft.id) && '这个编号已经有菜用了。'],
    ['name', !draft.name.trim() && '请写菜名。'],
    ['price', fenOf(draft.price) === null && '价格要写成元，比如 12 或 12.5。'],
    ['parts', draft.kind === 'set' && draft.parts.length === 0 && '请选套餐里有哪几道菜。'],
    ...figures.map((name): [DishField, string | false] => [name, amountOf(draft.figures[name]) === null && '请写一个数，没有就写 0。']),
  ]
  return Object.fromEntries(faults.filter(([, words]) => words))
}

/** As the wire wants it; only for a draft without faults. */
export const dishBody = (draft: DishDraft): DishBody => ({
  name: draft.name.trim(),
  kind: draft.kind,
  priceFen: fenOf(draft.price) ?? 0,
  kcal: amountOf(draft.figures.kcal) ?? 0,
  proteinG: amountOf(draft.figures.proteinG) ?? 0,
  fatG: amountOf(draft.figures.fatG) ?? 0,
  carbohydrateG: amountOf(draft.figures.carbohydrateG) ?? 0,
  sodiumMg: amountOf(draft.figures.sodiumMg) ?? 0,
  allergens: [...draft.allergens],
  diets: [...draft.diets],
  parts: draft.kind === 'set' ? [...draft.parts] : [],
})
