import fc from 'fast-check'
import { type DishKind, dishKinds } from '../../contract/canteen'
import { type Choosable, suggest, type Wanted } from '../../server/services/canteen/rules-suggest'

const dish = (dishId: string, kind: DishKind, priceFen: number, left = 10): Choosable => ({
  dishId,
  name: `菜${dishId}`,
  kind,
  priceFen,
  left,
})
const wanted = (dishId: string, kind: DishKind, priceFen: number, quantity = 1): Wanted => ({
  dishId,
  name: `菜${dishId}`,
  kind,
  priceFen,
  quantity,
})
const ids = ({ items }: ReturnType<typeof suggest>) => items.map(({ dishId, quantity }) => `${dishId} x${quantity}`)

test('when the same dishes are on the menu, then they are suggested again, for the price of the day', () => {
  const last = [wanted('D001', 'big_meat', 1200), wanted('D028', 'staple', 100, 2)]
  const menu = [dish('D028', 'staple', 120), dish('D001', 'big_meat', 1300)]
  expect(suggest(last, menu)).toEqual({
    items: [
      { dishId: 'D001', name: '菜D001', quantity: 1, priceFen: 1300 },
      { dishId: 'D028', name: '菜D028', quantity: 2, priceFen: 120 },
    ],
    replaced: [],
  })
})

test('when a dish is not on the menu, then the nearest in price of its kind is, and it is said', () => {
  const menu = [dish('V1', 'veg', 1200), dish('B1', 'big_meat', 900), dish('B2', 'big_meat', 1300), dish('B3', 'big_meat', 1600)]
  const suggestion = suggest([wanted('D001', 'big_meat', 1200)], menu)
  expect(ids(suggestion)).toEqual(['B2 x1'])
  expect(suggestion.replaced).toEqual([{ was: '菜D001', now: '菜B2' }])
})

test('when two are as near in price, then it is the one whose code comes first, whatever the menu’s order', () => {
  const menu = [dish('B2', 'big_meat', 1300), dish('B1', 'big_meat', 1100)]
  expect(ids(suggest([wanted('D001', 'big_meat', 1200)], menu))).toEqual(['B1 x1'])
  expect(ids(suggest([wanted('D001', 'big_meat', 1200)], [...menu].reverse()))).toEqual(['B1 x1'])
})

test('when two dishes are missing, then one substitute does not stand for both', () => {
  const suggestion = suggest([wanted('D001', 'veg', 300), wanted('D002', 'veg', 300)], [dish('V1', 'veg', 300), dish('V2', 'veg', 500)])
  expect(ids(suggestion)).toEqual(['V1 x1', 'V2 x1'])
  const short = suggest([wanted('D001', 'veg', 300), wanted('D002', 'veg', 300)], [dish('V1', 'veg', 300)])
  expect(ids(short)).toEqual(['V1 x1'])
  expect(short.replaced).toEqual([
    { was: '菜D001', now: '菜V1' },
    { was: '菜D002', now: null },
  ])
})

test('when a dish that stays would also be the nearest, then it is not put on the tray twice', () => {
  const suggestion = suggest([wanted('D001', 'veg', 300), wanted('V1', 'veg', 300)], [dish('V1', 'veg', 300), dish('V2', 'veg', 900)])
  expect(ids(suggestion)).toEqual(['V1 x1', 'V2 x1'])
})

test('when a dish is short of the portions, then it gives way to one that has them', () => {
  const menu = [dish('D001', 'soup', 200, 1), dish('S2', 'soup', 500, 2), dish('S3', 'soup', 300, 1)]
  expect(ids(suggest([wanted('D001', 'soup', 200, 2)], menu))).toEqual(['S2 x2'])
  expect(ids(suggest([wanted('D001', 'soup', 200, 1)], menu))).toEqual(['D001 x1'])
})

test('when nothing of the kind is left, or there was no meal, then the tray is empty', () => {
  expect(suggest([wanted('D001', 'soup', 200)], [dish('V1', 'veg', 200), dish('S1', 'soup', 200, 0)])).toEqual({
    items: [],
    replaced: [{ was: '菜D001', now: null }],
  })
  expect(suggest([], [dish('V1', 'veg', 200)])).toEqual({ items: [], replaced: [] })
})

const codes = fc.integer({ min: 1, max: 12 }).map((code) => `D${code}`)
const rest = { kind: fc.constantFrom(...dishKinds.slice(0, 3)), priceFen: fc.nat(2000) }
const lastMeal = fc.uniqueArray(
  fc
    .record({ dishId: codes, quantity: fc.integer({ min: 1, max: 4 }), ...rest })
    .map(({ dishId, kind, priceFen, quantity }) => wanted(dishId, kind, priceFen, quantity)),
  { selector: ({ dishId }) => dishId },
)
const someMenu = fc.uniqueArray(
  fc.record({ dishId: codes, left: fc.nat(5), ...rest }).map(({ dishId, kind, priceFen, left }) => dish(dishId, kind, priceFen, left)),
  { selector: ({ dishId }) => dishId },
)

test('when any meal is looked for on any menu, then the tray can be had as it is, and every dish is accounted for', () => {
  fc.assert(
    fc.property(lastMeal, someMenu, (last, menu) => {
      const { items, replaced } = suggest(last, menu)
      expect(new Set(items.map(({ dishId }) => dishId)).size).toBe(items.length)
      for (const { dishId, quantity, priceFen } of items) {
        const offered = menu.find((one) => one.dishId === dishId)
        expect(offered?.priceFen).toBe(priceFen)
        expect(offered?.left).toBeGreaterThanOrEqual(quantity)
      }
      expect(items.length).toBe(last.length - replaced.filter(({ now }) => now === null).length)
      for (const { dishId, quantity, name } of last) {
        const canStay = menu.some((one) => one.dishId === dishId && one.left >= quantity)
        expect(replaced.some(({ was }) => was === name)).toBe(!canStay)
      }
    }),
  )
})
