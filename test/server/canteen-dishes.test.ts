import { randomUUID } from 'node:crypto'
import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import { crowd } from '../helpers/crowd'
import { book, disagreements, freshLunch, gubei, lunch, start } from '../helpers/meals'
import { phonePicture } from '../helpers/pictures'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
let chen: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  chen = await town.as('canteen_staff')
})
beforeEach(() => town.at(start))
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const code = ({ status, problem }: { status: number; problem: { code: string } }) => `${status} ${problem.code}`

describe('a dish', () => {
  type Body = BodyOf<AllCalls['PUT /canteens/:id/dishes/:dishId']>
  const amounts = { kcal: 200, proteinG: 10.5, fatG: 8, carbohydrateG: 12, sodiumMg: 300 }
  const tofu: Body = { name: '麻婆豆腐', kind: 'small_meat', priceFen: 600, ...amounts, allergens: ['soy'], diets: [], parts: [] }
  const put = (dishId: string, changes: Partial<Body> = {}, id = gubei) =>
    chen.call('PUT /canteens/:id/dishes/:dishId', { params: { id, dishId }, body: { ...tofu, ...changes } })
  const dish = async (dishId: string) =>
    (await chen.ok('GET /canteens/:id/dishes', { params: { id: gubei } })).items.find(({ id }) => id === dishId)
  const snap = async (caller = chen) => (await caller.upload(await phonePicture())).body.id
  const takenBy = async (id: string) =>
    (await town.db.selectFrom('photos').select('taken_by').where('id', '=', id).executeTakeFirstOrThrow()).taken_by

  test('when it is new, then it can be planned, and when it is changed, then menus show it so but keep their price', async () => {
    expect((await put('X1', { name: ' 麻婆豆腐 ' })).body).toEqual({ id: 'X1', ...tofu, pictureUrl: null, stars: null, ratings: 0 })
    const date = await freshLunch(town, [{ dishId: 'X1', quota: 3 }])
    await put('X1', { name: '家常豆腐煲', priceFen: 800, allergens: ['soy', 'peanut'] })
    const { items, dishes } = await town.guest.ok('GET /canteens/:id/menus', { params: { id: gubei }, query: { from: date, days: 1 } })
    expect(dishes).toMatchObject([{ name: '家常豆腐煲', priceFen: 800, allergens: ['soy', 'peanut'] }])
    expect(items[0]?.items[0]?.priceFen).toBe(600)
    expect(await dish('X1')).toEqual(dishes[0])
  })

  test('when it is rated and then changed, then its stars stay', async () => {
    const [guest] = (await crowd(town, 1)) as [Caller]
    await put('X2')
    const date = await freshLunch(town, [{ dishId: 'X2', quota: 3 }])
    const order = await book(guest, lunch(date, { items: [{ dishId: 'X2', quantity: 1 }] }))
    town.at(`${date}T11:00:00+08:00`)
    await chen.ok('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: order.number } })
    await guest.ok('POST /orders/:id/ratings', { params: { id: order.id }, body: { items: [{ dishId: 'X2', stars: 4 }] } })
    expect((await put('X2', { name: '新豆腐' })).body).toMatchObject({ name: '新豆腐', stars: 4, ratings: 1 })
  })

  test.each<[why: string, dishId: string, changes: Partial<Body>]>([
    ['a set meal of nothing', 'X3', { kind: 'set', parts: [] }],
    ['a set meal with a dish that is none', 'X3', { kind: 'set', parts: ['D999'] }],
    ['a set meal in itself', 'S01', { kind: 'set', parts: ['S01'] }],
    ['a set meal in a set meal', 'X3', { kind: 'set', parts: ['S01', 'D001'] }],
    ['a dish of a set meal that becomes one itself', 'D016', { kind: 'set', parts: ['D001'] }],
    ['the same dish twice in one', 'X3', { kind: 'set', parts: ['D001', 'D001'] }],
    ['a single dish with parts', 'X3', { kind: 'veg', parts: ['D001'] }],
  ])('when it is %s, then it is refused', async (_, dishId, changes) => {
    const before = await dish(dishId)
    expect(code(await put(dishId, changes))).toBe('422 canteen-dish-parts')
    expect(await dish(dishId)).toEqual(before)
  })

  test.each<[why: string, dishId: string, changes: object]>([
    ['a code with a blank', 'X 3', {}],
    ['a name of blanks', 'X3', { name: '  ' }],
    ['a name of a page', 'X3', { name: '长'.repeat(31) }],
    ['a price below nothing', 'X3', { priceFen: -1 }],
    ['less than no energy', 'X3', { kcal: -1 }],
    ['an allergen nobody knows', 'X3', { allergens: ['shrimp'] }],
    ['an allergen twice', 'X3', { allergens: ['soy', 'soy'] }],
    ['stars of its own', 'X3', { stars: 5 }],
  ])('when it has %s, then it is refused', async (_, dishId, changes) => {
    expect(code(await put(dishId, changes))).toBe('400 input-invalid')
  })

  test('when its parts are dishes, then it is a set meal with them in their order', async () => {
    expect((await put('X4', { kind: 'set', parts: ['D028', 'D001'] })).body.parts).toEqual([
      { dishId: 'D028', name: '米饭' },
      { dishId: 'D001', name: '红烧肉' },
    ])
    expect((await put('X4', { kind: 'set', parts: ['D001'] })).body.parts).toEqual([{ dishId: 'D001', name: '红烧肉' }])
  })

  test('when it is ordered for today or later, then it stays the dish that it is, and its name, picture and price may change', async () => {
    const [guest] = (await crowd(town, 1)) as [Caller]
    await put('X9', { kind: 'set', parts: ['D028', 'D001'] })
    const date = await freshLunch(town, [{ dishId: 'X9', quota: 3 }])
    const order = await book(guest, lunch(date, { items: [{ dishId: 'X9', quantity: 1 }] }))
    const cooked = async () =>
      (await chen.ok('GET /canteens/:id/kitchen', { params: { id: gubei }, query: { date, sitting: 'lunch' } })).dishes.map(
        (one) => one.dishId,
      )
    for (const changes of [
      { kind: 'veg', parts: [] },
      { kind: 'set', parts: ['D028'] },
      { kind: 'set', parts: ['D028', 'D002'] },
    ] as const) {
      const { problem } = await put('X9', { kind: changes.kind, parts: [...changes.parts] })
      expect([problem.status, problem.code, problem.detail]).toEqual([
        ...[
          409,
          'canteen-dish-ordered',
          '麻婆豆腐已经有人订了，类别和套餐里的菜先不能改，名字、图片和价格可以改。要换菜，请另加一道新的。',
        ],
      ])
    }
    expect(await cooked()).toEqual(['X9', 'D001', 'D028'])
    const renamed = { name: '豆腐套餐', priceFen: 700, kcal: 900, allergens: [], photoId: await snap() }
    expect((await put('X9', { kind: 'set', parts: ['D001', 'D028'], ...renamed })).status).toBe(200)
    town.at(`${date}T11:00:00+08:00`)
    await chen.ok('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: order.number } })
    town.at(`${date}T23:59:59+08:00`)
    expect(code(await put('X9'))).toBe('409 canteen-dish-ordered')
    town.at(1000)
    expect((await put('X9')).body).toMatchObject({ kind: 'small_meat', parts: [] })
  })

  test('when whoever ordered it has cancelled, then it may become another dish', async () => {
    const [guest] = (await crowd(town, 1)) as [Caller]
    await put('X10')
    const date = await freshLunch(town, [{ dishId: 'X10', quota: 3 }])
    const order = await book(guest, lunch(date, { items: [{ dishId: 'X10', quantity: 1 }] }))
    expect(code(await put('X10', { kind: 'veg' }))).toBe('409 canteen-dish-ordered')
    await guest.ok('POST /orders/:id/cancel', { params: { id: order.id } })
    expect((await put('X10', { kind: 'veg' })).body.kind).toBe('veg')
  })

  test('when it is a set meal, then guests see what is in any of its dishes, and staff what they wrote down of it', async () => {
    await put('X11', { allergens: ['peanut', 'soy'] })
    await put('X12', { kind: 'set', parts: ['X11', 'D028'], allergens: ['fish'] })
    const date = await freshLunch(town, [{ dishId: 'X12', quota: 3 }])
    const served = async () =>
      (await town.guest.ok('GET /canteens/:id/menus', { params: { id: gubei }, query: { from: date, days: 1 } })).dishes[0]?.allergens
    expect([await served(), (await dish('X12'))?.allergens]).toEqual([['fish', 'peanut', 'soy'], ['fish']])
    await put('X11', { allergens: ['milk'] })
    expect(await served()).toEqual(['fish', 'milk'])
  })

  test('when it has a picture, then guests see it, it stays when nothing is said of it, and the one before is given up', async () => {
    const [first, second] = [await snap(), await snap()]
    const url = (await put('X5', { photoId: first })).body.pictureUrl as string
    expect((await town.app.inject(url)).headers['content-type']).toBe('image/jpeg')
    expect((await put('X5')).body.pictureUrl).toContain(first)
    expect((await put('X5', { photoId: first })).status).toBe(200)
    expect((await put('X5', { photoId: second })).body.pictureUrl).toContain(second)
    expect([await takenBy(first), await takenBy(second)]).toEqual([null, `dish ${gubei} X5`])
    expect((await put('X5', { photoId: null })).body.pictureUrl).toBeNull()
    expect(await takenBy(second)).toBeNull()
  })

  test('when the picture is another dish’s, somebody else’s or none, then it is refused, and the dish keeps its own', async () => {
    const own = await snap()
    await put('X6', { photoId: own })
    for (const photoId of [own, await snap(wang), randomUUID()]) {
      expect(code(await put('X7', { photoId }))).toBe('422 photo-not-usable')
    }
    expect(await dish('X7')).toBeUndefined()
    expect(code(await put('X6', { photoId: await snap(wang), name: '别的' }))).toBe('422 photo-not-usable')
    expect(await dish('X6')).toMatchObject({ name: '麻婆豆腐', pictureUrl: expect.stringContaining(own) })
  })

  test('when the canteen is somebody else’s, then it is not found', async () => {
    for (const id of ['CAN-002', 'CAN-003']) expect(code(await put('X8', {}, id))).toBe('404 canteen-unknown')
    expect((await chen.call('GET /canteens/:id/dishes', { params: { id: 'CAN-002' } })).status).toBe(404)
  })
})
