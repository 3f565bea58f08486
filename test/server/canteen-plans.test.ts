import { randomUUID } from 'node:crypto'
import type { AllCalls } from '../../contract'
import type { BodyOf } from '../../contract/call'
import type { Sitting } from '../../contract/canteen'
import { dayAfter, dayWords } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import { book, disagreements, gubei, lunch, lunchMenu, meatballs, pork, start, tryBook } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

type Items = BodyOf<AllCalls['PUT /canteens/:id/plans/:date/:sitting']>['items']

let town: TestTown
let wang: Caller
let chen: Caller
/** Each test has a day of its own that nothing is planned for. */
let date = '2026-11-30'
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  chen = await town.as('canteen_staff')
})
beforeEach(() => {
  town.at(start)
  date = dayAfter(date, 1)
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const params = () => ({ id: gubei, date, sitting: 'lunch' as const })
const tryPlan = (items: Items, change: { date?: string; sitting?: Sitting; id?: string } = {}) =>
  chen.call('PUT /canteens/:id/plans/:date/:sitting', { params: { ...params(), ...change }, body: { items } })
const plan = (items: Items, change: { date?: string; sitting?: Sitting } = {}) =>
  chen.ok('PUT /canteens/:id/plans/:date/:sitting', { params: { ...params(), ...change }, body: { items } })
const plans = async (from = date, days = 1) =>
  (await chen.ok('GET /canteens/:id/plans', { params: { id: gubei }, query: { from, days } })).items
const planned = async () => (await plans()).find(({ sitting }) => sitting === 'lunch')
const publish = (from = date, days = 1) =>
  chen.ok('POST /canteens/:id/publications', { params: { id: gubei }, body: { from, days } }).then(({ published }) => published)
const change = (body: BodyOf<AllCalls['PATCH /canteens/:id/plans/:date/:sitting/items/:dishId']>, dishId = pork) =>
  chen.call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params: { ...params(), dishId }, body })
const both = [
  { dishId: pork, quota: 10 },
  { dishId: meatballs, quota: 5, priceFen: 900 },
]
const open = async (items: Items = both) => {
  await plan(items)
  await publish()
}
const code = ({ status, problem }: { status: number; problem: { code: string } }) => `${status} ${problem.code}`

describe('a plan', () => {
  test('when 陈师傅 plans a meal, then it reads as planned at the dish’s own price where none is named, as a draft', async () => {
    const done = await plan(both)
    expect(done).toEqual({
      ...{ date, sitting: 'lunch', published: false, closed: null, orders: 0 },
      items: [
        { dishId: pork, priceFen: 1200, quota: 10, left: 10, soldOut: false },
        { dishId: meatballs, priceFen: 900, quota: 5, left: 5, soldOut: false },
      ],
    })
    expect(await plans()).toEqual([
      { ...{ date, sitting: 'breakfast', published: false, closed: null, orders: 0 }, items: [] },
      done,
      { ...{ date, sitting: 'dinner', published: false, closed: null, orders: 0 }, items: [] },
    ])
    expect(code(await tryBook(wang, lunch(date)))).toBe('404 canteen-no-menu')
  })

  test('when it is planned anew, then dishes come, go and change places, and what is taken stays taken', async () => {
    await open()
    await book(wang, lunch(date, { items: [{ dishId: pork, quantity: 2 }] }))
    const again = await plan([
      { dishId: 'D003', quota: 7 },
      { dishId: pork, quota: 2, priceFen: 1100 },
    ])
    expect(again).toMatchObject({ published: true, orders: 1 })
    expect(again.items.map(({ dishId, quota, left, priceFen }) => [dishId, quota, left, priceFen])).toEqual([
      ['D003', 7, 7, 1400],
      [pork, 2, 0, 1100],
    ])
  })

  test.each<[why: string, items: Items, told: string]>([
    ['fewer than are taken', [{ dishId: pork, quota: 1 }], '2 份'],
    ['a menu without the dish', [{ dishId: meatballs, quota: 50 }], '2 份'],
    ['a menu of nothing', [], '2 份'],
  ])('when the kitchen wants %s, then it is refused, and nothing has changed', async (_, items, told) => {
    await open()
    await book(wang, lunch(date, { items: [{ dishId: pork, quantity: 2 }] }))
    const before = await planned()
    const answer = await tryPlan(items)
    expect(code(answer)).toBe('409 canteen-dish-ordered')
    expect(answer.problem.detail).toContain(`${dayWords(date)}午餐的红烧肉已经订出 ${told}`)
    expect(await planned()).toEqual(before)
  })

  test('when the only order of a dish was cancelled, then the dish may go', async () => {
    await open()
    const order = await book(wang, lunch(date))
    await wang.ok('POST /orders/:id/cancel', { params: { id: order.id } })
    expect((await plan([])).items).toEqual([])
  })

  test.each<[why: string, items: Items, expected: string]>([
    ['a dish that is none', [{ dishId: 'D999', quota: 1 }], '422 canteen-dish-unknown'],
    ['a dish twice', [both[0], both[0]] as Items, '422 canteen-dish-twice'],
    ['a price below nothing', [{ dishId: pork, quota: 1, priceFen: -1 }], '400 input-invalid'],
    ['a price over the bound', [{ dishId: pork, quota: 1, priceFen: 100_001 }], '400 input-invalid'],
    ['half a fen', [{ dishId: pork, quota: 1, priceFen: 0.5 }], '400 input-invalid'],
    ['less than no portion', [{ dishId: pork, quota: -1 }], '400 input-invalid'],
    ['too many portions', [{ dishId: pork, quota: 10_001 }], '400 input-invalid'],
    ['sixty-one dishes', Array.from({ length: 61 }, () => ({ dishId: pork, quota: 1 })), '400 input-invalid'],
  ])('when it has %s, then it is refused, and nothing is planned', async (_, items, expected) => {
    expect(code(await tryPlan(items))).toBe(expected)
    expect((await planned())?.items).toEqual([])
  })

  test('when price and quota are at their bounds, then they are taken', async () => {
    const items = [
      { dishId: pork, quota: 10_000, priceFen: 100_000 },
      { dishId: meatballs, quota: 0, priceFen: 0 },
    ]
    expect((await plan(items)).items).toMatchObject(items)
  })

  test.each<[why: string, change: { date?: string; sitting?: Sitting }, expected: string]>([
    ['is no day', { date: '2026-02-30' }, '400 input-invalid'],
    ['is no meal', { sitting: 'supper' as Sitting }, '400 input-invalid'],
    ['was yesterday', { date: '2026-11-19' }, '409 canteen-meal-over'],
    ['was this morning', { date: '2026-11-20', sitting: 'breakfast' }, '409 canteen-meal-over'],
  ])('when the meal %s, then it is refused', async (_, change, expected) => {
    expect(code(await tryPlan(both, change))).toBe(expected)
  })

  test('when the sitting has not ended, then its meal may still be changed, and when it has, not any more', async () => {
    town.at(`${date}T12:59:59.999+08:00`)
    expect((await tryPlan(both)).status).toBe(200)
    town.at(`${date}T13:00:00+08:00`)
    expect(code(await tryPlan(both))).toBe('409 canteen-meal-over')
  })

  test('when the canteen does not serve the meal, or is somebody else’s, then it is refused', async () => {
    const { town_code } = await town.db.selectFrom('canteens').select('town_code').where('code', '=', gubei).executeTakeFirstOrThrow()
    const noon = { town_code, code: 'CAN-009', name: '只做午餐的食堂', position: 9, year_target: 1000 }
    await town.db.insertInto('canteens').values(noon).execute()
    const minutes = {
      opens_minute: 660,
      closes_minute: 700,
      window_minutes: 30,
      window_capacity: 3,
      order_until_minute: 600,
      cancel_until_minute: 600,
    }
    await town.db
      .insertInto('canteen_sittings')
      .values({ town_code, canteen_code: 'CAN-009', sitting: 'lunch', ...minutes })
      .execute()
    expect(code(await tryPlan([], { id: 'CAN-009' }))).toBe('404 canteen-unknown')
    const grant = {
      town_code,
      id: randomUUID(),
      person_id: chen.personId,
      role: 'canteen_staff',
      scope_code: 'CAN-009',
      scope_name: '食堂',
    }
    await town.db
      .insertInto('grants')
      .values({ ...grant, granted_at: town.now.toISOString() })
      .execute()
    const again = await town.signIn('canteen_staff')
    const put = (sitting: Sitting) =>
      again.call('PUT /canteens/:id/plans/:date/:sitting', { params: { id: 'CAN-009', date, sitting }, body: { items: [] } })
    expect(code(await put('dinner'))).toBe('422 canteen-sitting-unknown')
    expect((await put('lunch')).status).toBe(200)
    const { items } = await again.ok('GET /canteens/:id/plans', { params: { id: 'CAN-009' }, query: { from: date, days: 2 } })
    expect(items.map((meal) => [meal.date, meal.sitting])).toEqual([
      [date, 'lunch'],
      [dayAfter(date, 1), 'lunch'],
    ])
    for (const id of ['CAN-002', 'CAN-003', 'CAN-404']) expect([id, code(await tryPlan([], { id }))]).toEqual([id, '404 canteen-unknown'])
  })
})

describe('a dish of a meal', () => {
  test('when it is switched to sold out, then nobody books it from that moment, and when it is switched back, they do', async () => {
    await open()
    expect((await change({ soldOut: true })).body).toEqual({ dishId: pork, priceFen: 1200, quota: 10, left: 10, soldOut: true })
    expect((await lunchMenu(town, date)).items[0]).toMatchObject({ left: 10, soldOut: true })
    const refused = await tryBook(wang, lunch(date))
    expect([code(refused), refused.problem.detail]).toEqual(['409 canteen-sold-out', '红烧肉已订完。还有：红烧狮子头。'])
    await change({ soldOut: false })
    expect((await tryBook(wang, lunch(date))).status).toBe(201)
  })

  test('when it is switched off while guests reach for it, then those who have it have it, and the count is right', async () => {
    await open([{ dishId: pork, quota: 100 }])
    const guests = await crowd(town, 30)
    const [, ...answers] = await Promise.all([change({ soldOut: true }), ...guests.map((guest) => tryBook(guest, lunch(date)))])
    const booked = answers.filter(({ status }) => status === 201).length
    expect(new Set(answers.map(({ status }) => status)).has(500)).toBe(false)
    expect((await planned())?.items[0]).toMatchObject({ left: 100 - booked, soldOut: true })
  })

  test('when its quota is changed, then what is left changes by as much, down to what is taken and no further', async () => {
    await open()
    await book(wang, lunch(date, { items: [{ dishId: pork, quantity: 3 }] }))
    expect((await change({ quota: 20 })).body).toMatchObject({ quota: 20, left: 17, soldOut: false })
    expect((await change({ quota: 3 })).body).toMatchObject({ quota: 3, left: 0 })
    const answer = await change({ quota: 2, soldOut: true })
    expect([code(answer), answer.problem.detail]).toEqual(['409 canteen-dish-ordered', expect.stringContaining('已经订出 3 份')])
    expect((await planned())?.items[0]).toMatchObject({ quota: 3, left: 0, soldOut: false })
  })

  test('when the meal or the dish is not there, then it is not found', async () => {
    expect(code(await change({ soldOut: true }))).toBe('404 canteen-dish-unknown')
    await open()
    expect(code(await change({ soldOut: true }, 'D003'))).toBe('404 canteen-dish-unknown')
    expect(code(await change({ quota: 10_001 }))).toBe('400 input-invalid')
  })
})

describe('publishing', () => {
  test('when drafts are published, then guests may book, the pick-up windows are there, and there is nothing to publish twice', async () => {
    await plan(both)
    await plan([], { sitting: 'dinner' })
    expect(await publish()).toBe(1)
    const windows = () => town.db.selectFrom('canteen_windows').selectAll().where('day', '=', date).orderBy('starts_minute').execute()
    const opened = await windows()
    expect(opened.map(({ starts_minute, capacity, remaining }) => [starts_minute, capacity, remaining])).toEqual(
      Array.from({ length: 10 }, (_, at) => [630 + at * 15, 60, 60]),
    )
    await book(wang, lunch(date))
    expect(await publish()).toBe(0)
    expect(await windows()).toEqual(opened.map((row, at) => (at === 0 ? { ...row, remaining: 59 } : row)))
  })

  test('when two publish at once, then each meal is published once', async () => {
    await plan(both)
    expect((await Promise.all([publish(), publish(), publish()])).sort()).toEqual([0, 0, 1])
  })

  test('when a meal of the days is over, then it stays a draft', async () => {
    await plan(both, { sitting: 'breakfast' })
    await plan(both)
    town.at(`${date}T08:30:00+08:00`)
    expect(await publish()).toBe(1)
    expect((await plans()).map(({ sitting, published }) => [sitting, published])).toEqual([
      ['breakfast', false],
      ['lunch', true],
      ['dinner', false],
    ])
  })
})

describe('copying a week', () => {
  const [from, to] = ['2027-06-07', '2027-06-14']
  const copy = (body: { from: string; to: string }, key?: string) =>
    chen.call('POST /canteens/:id/plans/copies', { params: { id: gubei }, body, ...(key ? { key } : {}) })
  const lunches = async (since: string) =>
    (await plans(since, 7))
      .filter(({ sitting }) => sitting === 'lunch')
      .map(({ items }) => items.map(({ dishId, quota, priceFen }) => [dishId, quota, priceFen]))
  const [porkOnly, meatballsOnly] = [[[pork, 10, 1200]], [[meatballs, 5, 900]]]

  test('when it is copied, then its dishes are drafts with all portions, days that have a menu keep it, and twice changes nothing', async () => {
    await plan([{ dishId: pork, quota: 10 }], { date: from })
    await plan([{ dishId: pork, quota: 10 }], { date: dayAfter(from, 2) })
    await plan([{ dishId: pork, quota: 10 }], { date: dayAfter(from, 6) })
    await publish(from, 7)
    await book(wang, lunch(from))
    await plan([both[1]] as Items, { date: dayAfter(to, 2) })
    const answer = await copy({ from, to })
    expect(await lunches(to)).toEqual([porkOnly, [], meatballsOnly, [], [], [], porkOnly])
    expect(answer.body.items).toEqual(await plans(to, 7))
    expect(answer.body.items.map(({ published, orders }) => ({ published, orders }))).toEqual(
      Array(21).fill({ published: false, orders: 0 }),
    )
    await copy({ from, to })
    expect(await plans(to, 7)).toEqual(answer.body.items)
  })

  test('when some of the days are over, then they are skipped and the rest is copied', async () => {
    const [past, week] = ['2027-07-05', '2027-07-12']
    for (const at of [0, 1, 2]) await plan([{ dishId: pork, quota: 10 }], { date: dayAfter(past, at) })
    town.at(`${dayAfter(week, 1)}T13:00:00+08:00`)
    expect((await copy({ from: past, to: week })).status).toBe(200)
    expect((await lunches(week)).slice(0, 3)).toEqual([[], [], porkOnly])
  })

  test('when a day of the new week was called off, then it stays so, even with nothing on it', async () => {
    const [source, target] = ['2027-08-02', '2027-08-09']
    for (const day of [source, target]) await plan([{ dishId: pork, quota: 10 }], { date: day })
    await publish(target)
    await plan([], { date: target })
    await chen.ok('POST /canteens/:id/closures', { params: { id: gubei }, body: { date: target, sitting: 'lunch', reason: '检修' } })
    await plan([{ dishId: pork, quota: 10 }], { date: dayAfter(source, 1) })
    expect((await copy({ from: source, to: target })).status).toBe(200)
    expect((await lunches(target)).slice(0, 2)).toEqual([[], porkOnly])
  })

  test('when the same days are copied and imported at once, then neither locks the other out', async () => {
    const [source, target] = ['2026-11-23', '2027-09-06']
    const days = Array.from({ length: 7 }, (_, at) => dayAfter(target, at))
    town.at('2027-09-01T09:00:00+08:00')
    const rows = days.flatMap((day) => ['lunch', 'dinner'].map((meal) => `${day},${meal},D001,60`))
    const file = Buffer.from(['date,meal,dish_code,quota', ...rows].join('\n'))
    const answers = await Promise.all([
      ...Array.from({ length: 3 }, () => copy({ from: source, to: target })),
      ...Array.from({ length: 3 }, () => chen.upload(file, 'menu.csv', undefined, `/canteens/${gubei}/plans/imports`)),
    ])
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(200))
    const dinners = (await plans(target, 7)).filter(({ sitting }) => sitting !== 'breakfast')
    expect(dinners.map(({ items }) => items.map(({ dishId, quota }) => [dishId, quota]))).toEqual(Array(14).fill([[pork, 60]]))
  })
})
