import { randomUUID } from 'node:crypto'
import type { Order } from '../../contract/canteen'
import { dayWords } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import {
  book,
  cancel,
  disagreements,
  freshLunch,
  gubei,
  left,
  lunch,
  lunchMenu,
  type Meal,
  meatballs,
  pork,
  see,
  start,
  tryBook,
} from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
let daughter: Caller
/** Each test has a lunch of its own. */
let date: string
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  daughter = await town.as('daughter')
})
beforeEach(async () => {
  town.at(start)
  date = await freshLunch(town)
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const at = (time: string) => `${date}T${time}+08:00`
const setWindows = async (capacity: number, count = 10) => {
  const lunchOf = () => town.db.updateTable('canteen_windows').where('day', '=', date).where('canteen_code', '=', gubei)
  await lunchOf().set({ capacity: 0, remaining: 0 }).execute()
  await lunchOf()
    .set({ capacity, remaining: capacity })
    .where('starts_minute', '<', 630 + count * 15)
    .execute()
}

test('when 王阿姨 books lunch, then she has it with its number and its bill, one portion and one place less are left, and she is told', async () => {
  const before = await lunchMenu(town, date)
  const order = await book(
    wang,
    lunch(date, {
      mode: 'eat_in',
      items: [
        { dishId: pork, quantity: 1 },
        { dishId: meatballs, quantity: 1 },
      ],
      note: '少放点油',
    }),
  )
  expect(order).toMatchObject({
    state: 'booked',
    payment: 'unpaid',
    number: expect.stringMatching(/^\d{4}$/),
    window: { starts: '10:30', ends: '10:45' },
    note: '少放点油',
    mayCancel: true,
    bill: {
      totalFen: 2200,
      lines: [
        { kind: 'discount', fen: -330 },
        { kind: 'subsidy', fen: -300 },
      ],
      payableFen: 1570,
    },
    orderer: { me: true, nickname: '王阿姨' },
    eater: { me: true },
  })
  expect(await see(wang, order.id)).toEqual(order)
  const after = await lunchMenu(town, date)
  expect(after.items.find(({ dishId }) => dishId === pork)?.left).toBe((before.items.find(({ dishId }) => dishId === pork)?.left ?? 0) - 1)
  expect(after.windows[0]?.left).toBe((before.windows[0]?.left ?? 0) - 1)
  const { items } = await wang.ok('GET /inbox')
  expect(items[0]).toMatchObject({ title: `已订好：${dayWords(date)}午餐`, link: `/pages/canteen/meal/index?id=${order.id}` })
  expect(items[0]?.body).toContain(`取餐号 ${order.number}`)
})

test('when the daughter books for her mother, then the mother’s age counts, both are told, and both see the meal', async () => {
  const order = await book(daughter, lunch(date, { forPersonId: wang.personId, mode: 'eat_in' }))
  expect(order.bill.payableFen).toBe(1020)
  expect(order).toMatchObject({ orderer: { nickname: '王小雯', me: true }, eater: { nickname: '王阿姨', me: false } })
  expect(await see(wang, order.id)).toMatchObject({ orderer: { me: false }, eater: { me: true } })
  expect((await wang.ok('GET /inbox')).items[0]?.body).toContain('王小雯给您订了')
  expect((await daughter.ok('GET /inbox')).items[0]?.body).toContain('给王阿姨订的')
})

test('when somebody asks for the price, then it is told line by line and nothing is booked', async () => {
  const { forPersonId, ...mine } = lunch(date, { mode: 'eat_in', items: [{ dishId: pork, quantity: 2 }] })
  const quote = await daughter.ok('POST /orders/quotes', { body: { ...mine, forPersonId: wang.personId } })
  expect(quote.bill.payableFen).toBe(2400 - 360 - 300)
  expect(quote.windows.length).toBe(10)
  expect((await daughter.ok('POST /orders/quotes', { body: mine })).bill).toEqual({ totalFen: 2400, lines: [], payableFen: 2400 })
  expect(await left(town, date)).toBe(100)
})

describe('when an order cannot be, then it is refused with its reason and nothing is taken', () => {
  const cases: [why: string, change: Partial<Meal> | (() => Partial<Meal>), status: number, code: string][] = [
    ['no such canteen', { canteenId: 'CAN-999' }, 404, 'canteen-unknown'],
    ['a day without a menu', { date: '2027-03-01' }, 404, 'canteen-no-menu'],
    ['yesterday', { date: '2026-11-19' }, 409, 'canteen-too-late'],
    ['today, at nine sharp', { date: '2026-11-20' }, 409, 'canteen-too-late'],
    ['a day that is none', { date: '2026-02-30' }, 400, 'input-invalid'],
    ['a dish of another day', { items: [{ dishId: 'D009', quantity: 1 }] }, 422, 'canteen-dish-unknown'],
    ['a dish that is none', { items: [{ dishId: 'D999', quantity: 1 }] }, 422, 'canteen-dish-unknown'],
    ['a dish twice', { items: [pork, pork].map((dishId) => ({ dishId, quantity: 1 })) }, 422, 'canteen-dish-twice'],
    ['nothing', { items: [] }, 400, 'input-invalid'],
    ['no portion', { items: [{ dishId: pork, quantity: 0 }] }, 400, 'input-invalid'],
    ['less than none', { items: [{ dishId: pork, quantity: -1 }] }, 400, 'input-invalid'],
    ['a billion', { items: [{ dishId: pork, quantity: 1e9 }] }, 400, 'input-invalid'],
    ['half a portion', { items: [{ dishId: pork, quantity: 0.5 }] }, 400, 'input-invalid'],
    ['a window that is none', { window: '10:31' }, 422, 'canteen-window-unknown'],
    ['a stranger’s meal', () => ({ forPersonId: randomUUID() }), 404, 'canteen-eater-unknown'],
    ['a neighbour who has not agreed', () => ({ forPersonId: daughter.personId }), 404, 'canteen-eater-unknown'],
    ['delivery to somebody not registered', { mode: 'delivery' }, 409, 'canteen-not-registered'],
    ['a price of before', { seenFen: 1199 }, 409, 'canteen-price-changed'],
    ['a note of blanks', { note: '   ' }, 400, 'input-invalid'],
  ]
  test.each(cases)('when it is %s, then so', async (_, change, status, code) => {
    const sun = await town.as('neighbour')
    const before = await lunchMenu(town, date)
    const answer = await tryBook(sun, lunch(date, typeof change === 'function' ? change() : change))
    expect([answer.status, answer.problem.code]).toEqual([status, code])
    expect(answer.problem.detail).toMatch(/\p{Script=Han}/u)
    expect(await lunchMenu(town, date)).toEqual(before)
    expect((await sun.ok('GET /orders', {})).items).toEqual([])
  })
})

test('when it is the last millisecond before the cut-off, then the meal is booked, and at the cut-off it is not', async () => {
  town.at(at('08:59:59.999'))
  await book(wang, lunch(date))
  town.at(at('09:00:00'))
  const late = await tryBook(wang, lunch(date))
  expect(late.problem).toMatchObject({ code: 'canteen-too-late', detail: `这一餐${dayWords(date)}09:00就停止预订了，请看下一餐。` })
})

test('when a dish runs out, then the refusal names it and what is still free', async () => {
  await freshLunch(town, [
    { dishId: pork, quota: 1 },
    { dishId: meatballs, quota: 10 },
  ]).then((day) => {
    date = day
  })
  await book(wang, lunch(date))
  const answer = await tryBook(daughter, lunch(date))
  expect(answer.problem).toMatchObject({ status: 409, code: 'canteen-sold-out' })
  expect(answer.problem.detail).toMatch(/^红烧肉已订完。还有：.*红烧狮子头/)
  const two = await tryBook(daughter, lunch(date, { items: [{ dishId: meatballs, quantity: 10 }] }))
  expect(two.status).toBe(201)
})

test('when a window is full, then the refusal names those with room, and without a wish the next one is taken', async () => {
  await setWindows(1, 3)
  expect((await book(wang, lunch(date))).window.starts).toBe('10:30')
  expect((await book(daughter, lunch(date))).window.starts).toBe('10:45')
  const answer = await tryBook(wang, lunch(date, { window: '10:30' }))
  expect(answer.problem).toMatchObject({ code: 'canteen-window-full', detail: '10:30–10:45已满，还空着：11:00–11:15。' })
  await book(wang, lunch(date))
  expect((await tryBook(wang, lunch(date))).problem.code).toBe('canteen-windows-full')
})

test('when the kitchen changes the price between look and booking, then the guest sees the new bill and can confirm it', async () => {
  const chen = await town.as('canteen_staff')
  const plan = {
    params: { id: gubei, date, sitting: 'lunch' as const },
    body: { items: [{ dishId: pork, quota: 50, priceFen: 1500 }] },
  }
  const [first] = (await lunchMenu(town, date)).items
  expect(first?.priceFen).toBe(1200)
  await chen.ok('PUT /canteens/:id/plans/:date/:sitting', plan)
  const old = await tryBook(wang, lunch(date, { seenFen: 1020, mode: 'eat_in' }))
  expect(old.problem).toMatchObject({
    code: 'canteen-price-changed',
    detail: '价格变了，现在应付 ¥9.75（合计 ¥15.00，80 岁以上 85 折 −¥2.25，80 岁以上堂吃补贴 −¥3.00），请看过再确认。',
  })
  expect((await tryBook(wang, lunch(date, { seenFen: 975, mode: 'eat_in' }))).status).toBe(201)
})

test('when the button is tapped twice, or the answer was lost, then there is one meal', async () => {
  const key = randomUUID()
  const before = await left(town, date)
  const answers = await Promise.all(Array.from({ length: 8 }, () => tryBook(wang, lunch(date), key)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
  const [first] = answers.map(({ body }) => body as Order)
  expect(first?.number).toMatch(/^\d{4}$/)
  for (const { body } of answers) expect(body).toEqual(first)
  expect(await left(town, date)).toBe(before - 1)
  const other = await tryBook(wang, lunch(date, { items: [{ dishId: meatballs, quantity: 1 }] }), key)
  expect(other.problem.code).toBe('idempotency-key-reused')
})

test('when the mother’s two meals of a day are booked at the same moment, then the subsidy goes to one of them', async () => {
  const meal = lunch(date, { mode: 'eat_in', items: [{ dishId: pork, quantity: 2 }], forPersonId: wang.personId })
  const orders = await Promise.all([...Array(4).fill(daughter), ...Array(4).fill(wang)].map((caller: Caller) => book(caller, meal)))
  const subsidies = orders.flatMap(({ bill }) => bill.lines.filter(({ kind }) => kind === 'subsidy'))
  expect(subsidies.map(({ fen }) => fen)).toEqual([-300])
  const [subsidised] = orders.filter(({ bill }) => bill.lines.length === 2) as [Order]
  await wang.ok('POST /orders/:id/cancel', { params: { id: subsidised.id } })
  expect((await book(wang, meal)).bill.lines).toHaveLength(2)
})

test('when somebody has twenty meals of one sitting, then there is no twenty-first', async () => {
  for (let count = 0; count < 20; count += 1) await book(daughter, lunch(date))
  expect((await tryBook(daughter, lunch(date))).problem.code).toBe('canteen-too-many')
  const [guest] = (await crowd(town, 1)) as [Caller]
  expect((await tryBook(guest, lunch(date))).status).toBe(201)
})

test('when somebody taps sixty times with sixty keys at once, then twenty meals are theirs and the others are told', async () => {
  const answers = await Promise.all(Array.from({ length: 60 }, () => tryBook(daughter, lunch(date))))
  const codes = answers.map(({ status, problem }) => (status === 201 ? 'booked' : problem.code))
  expect(codes.filter((code) => code === 'booked')).toHaveLength(20)
  expect(new Set(codes)).toEqual(new Set(['booked', 'canteen-too-many']))
})

test('when somebody books and cancels a meal again and again, then the sixty-first time they are sent to the counter; others still book', async () => {
  for (let count = 0; count < 60; count += 1) await cancel(daughter, (await book(daughter, lunch(date))).id)
  expect((await tryBook(daughter, lunch(date))).problem).toMatchObject({ status: 409, code: 'canteen-too-often' })
  expect((await tryBook(wang, lunch(date))).status).toBe(201)
})

test('when the numbers of a meal are used up, then the guest is sent to the next meal', async () => {
  await town.db.updateTable('canteen_menus').set({ issued: 10_000 }).where('day', '=', date).where('sitting', '=', 'lunch').execute()
  expect((await tryBook(wang, lunch(date))).problem).toMatchObject({ status: 409, code: 'canteen-no-numbers' })
  await town.db.updateTable('canteen_menus').set({ issued: 0 }).where('day', '=', date).where('sitting', '=', 'lunch').execute()
})

test('when the kitchen switches a dish off in the middle of a rush, then every guest has a meal or is told why not', async () => {
  const chen = await town.as('canteen_staff')
  const params = { id: gubei, date, sitting: 'lunch', dishId: pork } as const
  await setWindows(5)
  const guests = await crowd(town, 40)
  const booking = Promise.all(guests.map((guest) => tryBook(guest, lunch(date))))
  for (const soldOut of [true, false, true, false, true]) {
    await chen.ok('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut } })
  }
  const told = (await booking).map(({ status, problem }) => (status === 201 ? 'booked' : problem.code))
  expect(told.filter((code) => !['booked', 'canteen-sold-out', 'canteen-windows-full', 'canteen-window-full'].includes(code))).toEqual([])
})

test('when the mother takes back her consent while a booking waits for its turn, then there is no meal after it', async () => {
  const meal = lunch(date, { forPersonId: wang.personId })
  const [link] = (await wang.ok('GET /me/family')).bookers
  const [answer, ended] = await Promise.all([
    tryBook(daughter, meal),
    wang.call('DELETE /me/family/:id', { params: { id: link?.linkId as string } }),
  ])
  expect(ended.status).toBe(204)
  const seen = answer.status === 201 ? 'booked' : answer.problem.code
  expect(['booked', 'canteen-eater-unknown']).toContain(seen)
  expect((await tryBook(daughter, meal)).problem.code).toBe('canteen-eater-unknown')
})

test('when a meal costs nothing and is to be paid before, then there is nothing to wait for', async () => {
  await town.db.updateTable('canteens').set({ prepaid: true }).where('code', '=', gubei).execute()
  await town.db.updateTable('canteen_menu_items').set({ price_fen: 0 }).where('day', '=', date).where('dish_code', '=', pork).execute()
  const order = await book(wang, lunch(date, { way: 'prepaid', items: [{ dishId: pork, quantity: 1 }] }))
  expect(order).toMatchObject({ way: 'counter', payBy: null, bill: { payableFen: 0 } })
  await town.db.updateTable('canteens').set({ prepaid: false }).where('code', '=', gubei).execute()
})
