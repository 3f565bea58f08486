import { dayAfter } from '../../server/shared/times'
import { book, cancel, disagreements, freshLunch, gubei, left, lunch, lunchMenu, pickUp, pork, start } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

const today = '2026-11-20'
/** Where 爱博社区食堂 is. */
const aibo = '121.3083,31.1867'

let town: TestTown
let wang: Caller
let chen: Caller
/** Each test has a lunch of its own. */
let date: string
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  chen = await town.as('canteen_staff')
})
beforeEach(async () => {
  town.at(start)
  date = await freshLunch(town)
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const canteens = async (near?: string) => (await town.guest.ok('GET /canteens', near ? { query: { near } } : {})).items
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)
const menus = (query: { from?: string; days?: number } = {}) => town.guest.ok('GET /canteens/:id/menus', { params: { id: gubei }, query })
const planLunch = (day: string) =>
  chen.ok('PUT /canteens/:id/plans/:date/:sitting', {
    params: { id: gubei, date: day, sitting: 'lunch' },
    body: { items: [{ dishId: pork, quota: 10 }] },
  })

describe('the canteens', () => {
  test('when nobody says where they are, then the pilot comes first, and no distance is told', async () => {
    const items = await canteens()
    expect(ids(items)).toEqual(['CAN-001', 'CAN-002', 'CAN-003'])
    expect(items.map(({ distance }) => distance)).toEqual([null, null, null])
  })

  test('when the call says where it is made, then the nearest is first, in whole metres', async () => {
    const items = await canteens(aibo)
    expect(ids(items)).toEqual(['CAN-003', 'CAN-002', 'CAN-001'])
    const metres = items.map(({ distance }) => distance as number)
    expect(metres[0]).toBe(0)
    expect(metres[2]).toBeGreaterThan(8000)
    expect(metres[2]).toBeLessThan(8500)
    expect(metres.every(Number.isInteger)).toBe(true)
  })

  test('when nobody knows where a canteen is, then it stands last and has no distance', async () => {
    const place = (lng: number | null, lat: number | null) =>
      town.db.updateTable('canteens').set({ lng, lat }).where('code', '=', 'CAN-003')
    await place(null, null).execute()
    const last = (await canteens(aibo)).at(-1)
    await place(121.3083, 31.1867).execute()
    expect(last).toMatchObject({ id: 'CAN-003', location: null, distance: null })
  })

  test.each(['here', '121.3', '1213,31.1', '121.3;31.1'])('when the place is %j, then it is none', async (near) => {
    const answer = await town.guest.call('GET /canteens', { query: { near } })
    expect([answer.status, answer.problem.code]).toEqual([400, 'input-invalid'])
  })

  test.each([
    ['06:29:59.999', false],
    ['06:30', true],
    ['10:29:59.999', false],
    ['10:30', true],
    ['12:59:59.999', true],
    ['13:00', false],
    ['18:29', true],
    ['18:30', false],
    ['00:00', false],
  ])('when it is %s, then whether it is open now is %s', async (time, open) => {
    town.at(`${today}T${time}+08:00`)
    expect((await town.guest.ok('GET /canteens/:id', { params: { id: gubei } })).openNow).toBe(open)
  })

  test('when one is looked at, then it is as in the list, with its hours', async () => {
    const one = await town.guest.ok('GET /canteens/:id', { params: { id: gubei } })
    expect(one).toEqual((await canteens()).find(({ id }) => id === gubei))
    expect(one.hours).toEqual([
      { sitting: 'breakfast', opens: '06:30', closes: '08:30' },
      { sitting: 'lunch', opens: '10:30', closes: '13:00' },
      { sitting: 'dinner', opens: '17:00', closes: '18:30' },
    ])
  })

  test.each(['GET /canteens/:id', 'GET /canteens/:id/menus', 'GET /canteens/:id/progress'] as const)(
    'when %s asks for one that is none, then there is none',
    async (name) => {
      for (const id of ['CAN-999', 'can-001', "' or '1'='1", '古北']) {
        const answer = await town.guest.call(name, { params: { id } })
        expect([id, answer.status, answer.problem.code]).toEqual([id, 404, 'canteen-unknown'])
      }
    },
  )
})

describe('the menus', () => {
  test('when no day is said, then it is today and the six days after, meal by meal', async () => {
    const { items } = await menus()
    expect([...new Set(items.map((menu) => menu.date))]).toEqual(Array.from({ length: 7 }, (_, count) => dayAfter(today, count)))
    expect(items.slice(0, 4).map(({ date, sitting }) => `${date} ${sitting}`)).toEqual([
      `${today} breakfast`,
      `${today} lunch`,
      `${today} dinner`,
      '2026-11-21 breakfast',
    ])
  })

  test('when midnight passes in Shanghai, then the next day is today', async () => {
    town.at('2026-11-20T23:59:59+08:00')
    expect((await menus()).items[0]?.date).toBe('2026-11-20')
    town.at('2026-11-21T00:00:00+08:00')
    expect((await menus()).items[0]?.date).toBe('2026-11-21')
  })

  test('when days are asked for, then those are given, also what is over', async () => {
    const { items } = await menus({ from: '2026-11-18', days: 2 })
    expect([...new Set(items.map((menu) => menu.date))]).toEqual(['2026-11-18', '2026-11-19'])
    expect(items.some(({ open }) => open)).toBe(false)
  })

  test.each([{ days: 0 }, { days: 15 }, { days: 1.5 }, { from: '2026-02-30' }, { from: 'today' }, { from: '1999-12-31' }, { from: '' }])(
    'when the days are %j, then they are refused',
    async (query) => {
      const answer = await town.guest.call('GET /canteens/:id/menus', { params: { id: gubei }, query })
      expect([answer.status, answer.problem.code]).toEqual([400, 'input-invalid'])
    },
  )

  test('when a meal is planned and not published, then no guest sees it, and once it is, they do', async () => {
    const day = dayAfter(date, 1)
    await planLunch(day)
    expect(await menus({ from: day, days: 1 })).toEqual({ items: [], dishes: [] })
    await chen.ok('POST /canteens/:id/publications', { params: { id: gubei }, body: { from: day, days: 1 } })
    const { items, dishes } = await menus({ from: day, days: 1 })
    expect(items).toMatchObject([{ date: day, sitting: 'lunch', open: true, items: [{ dishId: pork, quota: 10, left: 10 }] }])
    expect(ids(dishes)).toEqual([pork])
  })

  test('when a meal is called off, then it stands there as not open', async () => {
    expect((await lunchMenu(town, date)).open).toBe(true)
    await chen.ok('POST /canteens/:id/closures', { params: { id: gubei }, body: { date, sitting: 'lunch', reason: '停电' } })
    expect((await lunchMenu(town, date)).open).toBe(false)
  })

  test('when a portion is taken or given back, then what is left shows it in the same moment', async () => {
    expect(await left(town, date)).toBe(100)
    const order = await book(wang, lunch(date, { items: [{ dishId: pork, quantity: 3 }] }))
    expect(await left(town, date)).toBe(97)
    expect((await lunchMenu(town, date)).windows[0]).toEqual({ starts: '10:30', ends: '10:45', left: 59 })
    await cancel(wang, order.id)
    expect(await left(town, date)).toBe(100)
  })

  test('when a meal ends by the clock, then what is left shows it a second later', async () => {
    await book(wang, lunch(date))
    expect(await left(town, date)).toBe(99)
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    town.at(1000)
    expect(await left(town, date)).toBe(100)
  })

  test('when the cut-off comes, then the meal is open until then and not after', async () => {
    const cutOff = `${date}T09:00:00+08:00`
    expect(new Date((await lunchMenu(town, date)).orderUntil)).toEqual(new Date(cutOff))
    town.at(cutOff)
    town.at(-1000)
    expect((await lunchMenu(town, date)).open).toBe(true)
    town.at(cutOff)
    expect((await lunchMenu(town, date)).open).toBe(false)
  })

  test('when a phone has the menu already, then it is told so in few bytes, until somebody books', async () => {
    const ask = (etag?: string) =>
      town.app.inject({
        url: `/api/v1/canteens/${gubei}/menus?from=${date}&days=1`,
        ...(etag ? { headers: { 'if-none-match': etag } } : {}),
      })
    const first = await ask()
    const etag = String(first.headers.etag)
    expect(etag).toMatch(/^(W\/)?".{20,}"$/)
    const same = await ask(etag)
    expect([same.statusCode, same.rawPayload.length, same.headers.etag]).toEqual([304, 0, etag])
    await book(wang, lunch(date))
    const next = await ask(etag)
    expect(next.statusCode).toBe(200)
    expect(next.headers.etag).not.toBe(etag)
    expect(next.headers['content-type']).toMatch(/^application\/json/)
    expect(next.json().items[0].items[0].left).toBe(99)
  })

  test('when the menu is read, then each dish of it is told once, with what is in it', async () => {
    const { items, dishes } = await menus()
    expect(new Set(ids(dishes))).toEqual(new Set(items.flatMap((menu) => menu.items.map(({ dishId }) => dishId))))
    expect(new Set(ids(dishes)).size).toBe(dishes.length)
    expect(dishes.find(({ id }) => id === pork)).toEqual({
      ...{ id: pork, name: '红烧肉', kind: 'big_meat', priceFen: 1200 },
      ...{ kcal: 380, proteinG: 15, fatG: 32, carbohydrateG: 8, sodiumMg: 780 },
      allergens: ['soy', 'gluten_cereal'],
      diets: ['low_sugar'],
      ...{ parts: [], pictureUrl: null, stars: null, ratings: 0 },
    })
    expect(dishes.find(({ id }) => id === 'S01')).toMatchObject({
      kind: 'set',
      kcal: 150 + 73 + 55 + 176,
      allergens: ['egg', 'soy', 'gluten_cereal'],
      parts: [
        { dishId: 'D016', name: '肉末蒸蛋' },
        { dishId: 'D019', name: '清炒鸡毛菜' },
        { dishId: 'D025', name: '紫菜蛋汤' },
        { dishId: 'D028', name: '米饭' },
      ],
    })
  })
})

test('when a meal is handed over, then it counts to the year of its canteen and its town, and to no other', async () => {
  const progress = (id: string) => town.guest.ok('GET /canteens/:id/progress', { params: { id } })
  const order = await book(wang, lunch(date))
  town.at(`${date}T11:00:00+08:00`)
  const before = await progress(gubei)
  expect((await pickUp(chen, { code: order.number })).status).toBe(200)
  expect(await progress(gubei)).toEqual({ ...before, collected: before.collected + 1, townCollected: before.townCollected + 1 })
  expect(before).toMatchObject({ target: 100_000, townTarget: 150_000 })
  expect(await progress('CAN-002')).toMatchObject({ collected: 0, target: 50_000, townCollected: before.townCollected + 1 })
  expect(await progress('CAN-003')).toMatchObject({ collected: 0, townCollected: 0, townTarget: 40_000 })
  town.at(`${Number(date.slice(0, 4)) + 1}-01-01T00:00:00+08:00`)
  expect(await progress(gubei)).toMatchObject({ year: Number(date.slice(0, 4)) + 1, collected: 0, townCollected: 0 })
})
