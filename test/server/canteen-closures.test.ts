import { randomUUID } from 'node:crypto'
import type { Order } from '../../contract/canteen'
import { dayAfter, dayWords } from '../../server/shared/times'
import { crowd } from '../helpers/crowd'
import { book, disagreements, freshLunch, gubei, lunch, meatballs, pork, see, start, tryBook } from '../helpers/meals'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
let wang: Caller
let daughter: Caller
let chen: Caller
/** Each test has a lunch of its own, with ten portions of pork and five of meatballs. */
let date: string
beforeAll(async () => {
  town = await TestTown.open(start)
  wang = await town.as('resident')
  daughter = await town.as('daughter')
  chen = await town.as('canteen_staff')
})
beforeEach(async () => {
  town.at(start)
  date = await freshLunch(town, [
    { dishId: pork, quota: 10 },
    { dishId: meatballs, quota: 5 },
  ])
})
afterEach(async () => {
  expect(await disagreements(town.db)).toEqual([])
})
afterAll(() => town.close())

const tryPlan = (day: string) =>
  chen.call('PUT /canteens/:id/plans/:date/:sitting', {
    params: { id: gubei, date: day, sitting: 'lunch' },
    body: { items: [{ dishId: pork, quota: 10 }] },
  })
const planned = async () =>
  (await chen.ok('GET /canteens/:id/plans', { params: { id: gubei }, query: { from: date, days: 1 } })).items.find(
    ({ sitting }) => sitting === 'lunch',
  )
const code = ({ status, problem }: { status: number; problem: { code: string } }) => `${status} ${problem.code}`

describe('calling a meal off', () => {
  const close = (reason = '  停水  ', key?: string, day = date) =>
    chen.call('POST /canteens/:id/closures', {
      params: { id: gubei },
      body: { date: day, sitting: 'lunch', reason },
      ...(key ? { key } : {}),
    })
  const newest = async (caller: Caller) => (await caller.ok('GET /inbox')).items[0]
  const pays = (order: Order) =>
    chen.ok('POST /canteens/:id/orders/:orderId/payments', { params: { id: gubei, orderId: order.id }, body: { event: 'pay' } })

  test('when it is called off, then every order is cancelled with the reason, both guests are told, and what was paid is owed', async () => {
    const forMother = await book(daughter, lunch(date, { forPersonId: wang.personId }))
    const paid = await book(wang, lunch(date, { items: [{ dishId: meatballs, quantity: 2 }] }))
    await pays(paid)
    const gone = await book(wang, lunch(date))
    await wang.ok('POST /orders/:id/cancel', { params: { id: gone.id } })
    const answer = await close()
    expect([answer.status, answer.body]).toEqual([200, { cancelled: 2 }])
    expect(await see(wang, forMother.id)).toMatchObject({ state: 'cancelled', endedReason: '停水', payment: 'unpaid', mayCancel: false })
    expect(await see(wang, paid.id)).toMatchObject({ state: 'cancelled', endedReason: '停水', payment: 'refunding' })
    expect(await see(wang, gone.id)).toMatchObject({ state: 'cancelled', endedReason: null })
    const title = `食堂取消了：${dayWords(date)}午餐`
    expect(await newest(daughter)).toMatchObject({ title, body: expect.stringContaining('王阿姨的红烧肉×1') })
    const told = (await wang.ok('GET /inbox')).items.filter((letter) => letter.title === title).map(({ body }) => body)
    expect(told).toHaveLength(2)
    expect(told.filter((body) => body.includes('因为停水，这一餐不供应了') && body.includes('会退还'))).toHaveLength(1)
    expect((await planned())?.items.map(({ left }) => left)).toEqual([10, 5])
    expect(await planned()).toMatchObject({ closed: '停水', orders: 0 })
    const refused = await tryBook(wang, lunch(date))
    expect([code(refused), refused.problem.detail]).toEqual(['409 canteen-called-off', '这一天的午餐不供应：停水。'])
    expect(code(await tryPlan(date))).toBe('409 canteen-called-off')
    expect(code(await close())).toBe('409 canteen-not-open')
  })

  test('when the button is tapped twice, then it is called off once, and both taps have the same answer', async () => {
    await book(wang, lunch(date))
    const before = (await wang.ok('GET /inbox')).items.length
    const key = randomUUID()
    const answers = await Promise.all([close('停水', key), close('停水', key), close('停水', key)])
    expect(answers.map(({ status, body }) => [status, body])).toEqual(Array(3).fill([200, { cancelled: 1 }]))
    expect((await wang.ok('GET /inbox')).items.length).toBe(before + 1)
  })

  test('when guests book while it is called off, then in the end nobody has a meal of it', async () => {
    const guests = await crowd(town, 20)
    await Promise.all([...guests.map((guest) => tryBook(guest, lunch(date))), close()])
    const live = await town.db.selectFrom('canteen_orders').select('id').where('day', '=', date).where('state', '=', 'booked').execute()
    expect(live).toEqual([])
  })

  test('when the meal was never planned, is a draft or is over, then there is nothing to call off', async () => {
    const next = dayAfter(date, 1)
    expect(code(await close('停水', undefined, next))).toBe('409 canteen-not-open')
    await tryPlan(next)
    expect(code(await close('停水', undefined, next))).toBe('409 canteen-not-open')
    town.at(`${date}T12:59:59.999+08:00`)
    const { body } = await close()
    expect(body).toEqual({ cancelled: 0 })
    date = await freshLunch(town)
    town.at(`${date}T13:00:00+08:00`)
    expect(code(await close())).toBe('409 canteen-not-open')
  })

  test('when the reason is blank, then it is asked for', async () => {
    expect(code(await close('   '))).toBe('400 input-invalid')
  })

  const crash = async () => {
    const order = await book(wang, lunch(date))
    const closed = { closed_at: town.now.toISOString(), closed_reason: '停水' }
    await town.db.updateTable('canteen_menus').set(closed).where('day', '=', date).where('sitting', '=', 'lunch').execute()
    return order
  }

  test('when the server died after it was called off, then the clock cancels its orders and tells their guests, once', async () => {
    const order = await crash()
    await town.tick('canteen-clock')
    expect(await see(wang, order.id)).toMatchObject({ state: 'cancelled', endedReason: '停水' })
    const inbox = (await wang.ok('GET /inbox')).items
    expect(inbox[0]?.title).toBe(`食堂取消了：${dayWords(date)}午餐`)
    await town.tick('canteen-clock')
    expect((await wang.ok('GET /inbox')).items).toEqual(inbox)
  })

  test('when the server comes back only after the meal, then nobody is blamed for not having come', async () => {
    const order = await crash()
    town.at(`${date}T13:15:00+08:00`)
    await town.tick('canteen-clock')
    expect(await see(wang, order.id)).toMatchObject({ state: 'cancelled', endedReason: '停水' })
  })
})
