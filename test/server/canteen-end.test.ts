import type { Order } from '../../contract/canteen'
import { crowd } from '../helpers/crowd'
import { book, cancel, disagreements, freshLunch, gubei, left, lunch, pickUp, pork, see, start, tryBook } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
let daughter: Caller
let chen: Caller
let date: string
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  daughter = await town.as('daughter')
  chen = await town.as('canteen_staff')
  await setNoShowLimit(1000)
})
beforeEach(async () => {
  town.at(start)
  date = await freshLunch(town)
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

/** 王阿姨 does not come to more than one of these meals. */
const setNoShowLimit = (limit: number) => town.db.updateTable('canteens').set({ no_show_limit: limit }).execute()
const at = (time: string) => `${date}T${time}+08:00`
/** The last word to somebody about a meal. */
const lastWord = async (caller: Caller, { id }: Order) => (await caller.ok('GET /inbox')).items.find(({ link }) => link?.endsWith(id))
const takesMoneyBefore = () => town.db.updateTable('canteens').set({ prepaid: true }).where('code', '=', gubei).execute()
const money = (order: Order, event: 'pay' | 'refund') =>
  chen.call('POST /canteens/:id/orders/:orderId/payments', { params: { id: gubei, orderId: order.id }, body: { event } })

test('when a meal is cancelled, then its portion and place go back once, however often it is tapped, and the other of the two is told', async () => {
  const order = await book(daughter, lunch(date, { forPersonId: wang.personId }))
  const answers = await Promise.all(Array.from({ length: 6 }, (_, tap) => cancel(tap % 2 ? wang : daughter, order.id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409])
  expect(await left(town, date)).toBe(100)
  expect(await see(wang, order.id)).toMatchObject({ state: 'cancelled', mayCancel: false, payment: 'unpaid' })
  const told = [await lastWord(wang, order), await lastWord(daughter, order)].filter((letter) => letter?.title.startsWith('已取消'))
  expect(told).toHaveLength(1)
})

test('when it is a moment before the cancel time, then a meal can be cancelled, and at that time not any more', async () => {
  const [first, second] = [await book(wang, lunch(date)), await book(wang, lunch(date))]
  town.at(at('08:29:59.999'))
  expect((await cancel(wang, first.id)).status).toBe(200)
  town.at(at('08:30:00'))
  expect((await cancel(wang, second.id)).problem).toMatchObject({ status: 409, code: 'canteen-cancel-late' })
  expect((await see(wang, second.id)).mayCancel).toBe(false)
})

test('when a meal is somebody else’s, then it cannot be cancelled, and is not even there', async () => {
  const order = await book(wang, lunch(date))
  expect((await cancel(await town.as('neighbour'), order.id)).problem.code).toBe('canteen-order-unknown')
  expect((await cancel(daughter, order.id)).status).toBe(404)
})

test('when a meal to be paid before is not paid in fifteen minutes, then its portion is free again, told once', async () => {
  await takesMoneyBefore()
  const order = await book(wang, lunch(date, { way: 'prepaid' }))
  expect(new Date(order.payBy as string).getTime() - town.now.getTime()).toBe(15 * 60_000)
  town.at(15 * 60_000 - 1)
  await town.tick('canteen-clock')
  expect((await see(wang, order.id)).state).toBe('booked')
  town.at(1)
  await Promise.all([town.tick('canteen-clock'), town.tick('canteen-clock')])
  expect(await see(wang, order.id)).toMatchObject({ state: 'expired', payBy: null })
  expect(await left(town, date)).toBe(100)
  expect(await lastWord(wang, order)).toMatchObject({ title: expect.stringContaining('超时未付') })
  expect((await money(order, 'pay')).problem.code).toBe('canteen-payment')
})

test('when a meal was paid before, then nobody pays it twice, it does not run out, and cancelled it is owed and given back once', async () => {
  await takesMoneyBefore()
  const order = await book(wang, lunch(date, { way: 'prepaid' }))
  const paid = await Promise.all(Array.from({ length: 4 }, () => money(order, 'pay')))
  expect(paid.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  town.at(60 * 60_000)
  await town.tick('canteen-clock')
  expect(await see(wang, order.id)).toMatchObject({ state: 'booked', payment: 'paid' })
  expect((await money(order, 'refund')).status).toBe(409)
  await cancel(wang, order.id)
  expect((await see(wang, order.id)).payment).toBe('refunding')
  const refunded = await Promise.all(Array.from({ length: 4 }, () => money(order, 'refund')))
  expect(refunded.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  expect((await see(wang, order.id)).payment).toBe('refunded')
  expect((await lastWord(wang, order))?.title).toContain('已退款')
})

test('when nobody came until a quarter of an hour after the sitting, then it is a no-show, the portion goes back, and both are told', async () => {
  const order = await book(daughter, lunch(date, { forPersonId: wang.personId }))
  town.at(at('13:14:59'))
  await town.tick('canteen-clock')
  expect((await see(wang, order.id)).state).toBe('booked')
  town.at(at('13:15:00'))
  await town.tick('canteen-clock')
  await town.tick('canteen-clock')
  expect((await see(wang, order.id)).state).toBe('no_show')
  expect(await left(town, date)).toBe(100)
  for (const one of [wang, daughter]) expect((await lastWord(one, order))?.title).toContain('没有取餐')
})

test('when somebody did not come three times in thirty days, then staff have a word before the next meal', async () => {
  await setNoShowLimit(3)
  const [guest] = (await crowd(town, 1)) as [Caller]
  const days = [date, await freshLunch(town), await freshLunch(town)]
  for (const day of days) await book(guest, lunch(day))
  const next = await freshLunch(town)
  town.at(`${days[1]}T13:30:00+08:00`)
  await town.tick('canteen-clock')
  await cancel(guest, (await book(guest, lunch(next))).id)
  town.at(`${days[2]}T13:30:00+08:00`)
  await town.tick('canteen-clock')
  expect((await tryBook(guest, lunch(next))).problem).toMatchObject({ status: 409, code: 'canteen-no-shows' })
  await setNoShowLimit(1000)
})

test('when it is six in the evening, then who eats tomorrow is told once, and who booked after six is not told again', async () => {
  const before = await book(daughter, lunch(date, { forPersonId: wang.personId }))
  const eve = new Date(new Date(at('18:00:00')).getTime() - 86_400_000)
  town.at(new Date(eve.getTime() - 1).toISOString())
  await town.tick('canteen-clock')
  expect((await lastWord(wang, before))?.title).toContain('已订好')
  town.at(eve.toISOString())
  const [late] = (await crowd(town, 1)) as [Caller]
  const his = await book(late, lunch(date))
  await Promise.all([town.tick('canteen-clock'), town.tick('canteen-clock')])
  await town.tick('canteen-clock')
  for (const one of [wang, daughter]) {
    const reminders = (await one.ok('GET /inbox')).items.filter(({ title, link }) => title === '明天的午餐' && link?.endsWith(before.id))
    expect(reminders).toHaveLength(1)
    expect(reminders[0]?.body).toContain(before.number)
  }
  expect((await lastWord(late, his))?.title).toContain('已订好')
})

test('when the kitchen calls a meal off, then every guest is told why, the money is owed, and nobody can book it', async () => {
  await takesMoneyBefore()
  const paid = await book(wang, lunch(date, { way: 'prepaid' }))
  await money(paid, 'pay')
  const others = await Promise.all((await crowd(town, 5)).map((guest) => book(guest, lunch(date))))
  const closing = { params: { id: gubei }, body: { date, sitting: 'lunch' as const, reason: '停水' } }
  expect(await chen.ok('POST /canteens/:id/closures', closing)).toEqual({ cancelled: others.length + 1 })
  expect(await see(wang, paid.id)).toMatchObject({ state: 'cancelled', payment: 'refunding', endedReason: '停水' })
  expect((await lastWord(wang, paid))?.body).toMatch(/因为停水，这一餐不供应了.*已付的 ¥10.20 会退还/)
  expect((await tryBook(daughter, lunch(date))).problem).toMatchObject({ code: 'canteen-called-off', detail: '这一天的午餐不供应：停水。' })
  expect((await chen.call('POST /canteens/:id/closures', closing)).problem.code).toBe('canteen-not-open')
})

test('when the server died between calling off and cancelling, then the clock cancels what is left', async () => {
  const order = await book(wang, lunch(date))
  await town.db
    .updateTable('canteen_menus')
    .set({ closed_at: town.now.toISOString(), closed_reason: '停电' })
    .where('day', '=', date)
    .execute()
  await town.tick('canteen-clock')
  expect(await see(wang, order.id)).toMatchObject({ state: 'cancelled', endedReason: '停电' })
})

test('when a meal is handed over and cancelled at the same moment, then it is one of the two', async () => {
  for (let round = 0; round < 8; round += 1) {
    const day = await freshLunch(town)
    const order = await book(wang, lunch(day))
    town.at(`${day}T08:29:00+08:00`)
    await town.db.updateTable('canteen_sittings').set({ opens_minute: 540 }).where('sitting', '=', 'lunch').execute()
    const [cancelled, collected] = await Promise.all([
      cancel(wang, order.id),
      pickUp(chen, { code: order.number, date: day, sitting: 'lunch' }),
    ])
    expect([cancelled.status, collected.status].sort()).toEqual([200, 409])
    expect(await left(town, day, pork)).toBe(cancelled.status === 200 ? 100 : 99)
    town.at(start)
  }
})
