import { randomUUID } from 'node:crypto'
import { book, disagreements, freshLunch, gubei, lunch, meatballs, pickUp, pork, see, start } from '../helpers/meals'
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
const codeOf = (caller: Caller, id: string) => caller.ok('GET /orders/:id/pickup-code', { params: { id } })
const progress = async () => (await town.guest.ok('GET /canteens/:id/progress', { params: { id: gubei } })).collected

test('when the mother says her number at noon, then she gets the meal, the year counts one more, and the daughter hears of it', async () => {
  const order = await book(daughter, lunch(date, { forPersonId: wang.personId, note: '少盐' }))
  town.at(at('11:32:00'))
  const before = await progress()
  const answer = await pickUp(chen, { code: order.number })
  expect(answer.body).toMatchObject({
    number: order.number,
    eater: '王阿姨',
    orderer: '王小雯',
    state: 'collected',
    payment: 'paid',
    note: '少盐',
    collectedBy: '陈师傅',
  })
  expect(await progress()).toBe(before + 1)
  expect(await see(wang, order.id)).toMatchObject({ state: 'collected', mayRate: true, mayCancel: false })
  const { items } = await daughter.ok('GET /inbox')
  expect(items.some(({ title, link }) => title === '王阿姨取餐了' && link?.endsWith(order.id))).toBe(true)
})

test('when a meal is asked for a second time, then it is said who handed it over and when, and nothing is counted', async () => {
  const order = await book(wang, lunch(date))
  town.at(at('11:32:00'))
  const answers = await Promise.all(Array.from({ length: 5 }, () => pickUp(chen, { code: order.number })))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  const counted = await progress()
  town.at(60_000)
  const again = await pickUp(chen, { code: (await codeOfCollected(order.id)) ?? order.number })
  expect(again.problem).toMatchObject({ status: 409, code: 'canteen-collected' })
  expect(again.problem.detail).toMatch(/王阿姨的这份餐已在 .*11:32 由陈师傅交出。/)
  expect(await progress()).toBe(counted)
})
const codeOfCollected = async (id: string) => {
  const answer = await wang.call('GET /orders/:id/pickup-code', { params: { id } })
  expect(answer.problem.code).toBe('canteen-ended')
  return undefined
}

test('when the code on the phone is scanned, then it is good for its half minute, and a picture of it is not', async () => {
  const order = await book(wang, lunch(date))
  town.at(at('11:30:00'))
  const { qr, renewInSeconds } = await codeOf(wang, order.id)
  expect(renewInSeconds).toBe(30)
  town.at(34_999)
  expect((await pickUp(chen, { code: `${qr}\n` })).status).toBe(200)
  const other = await book(wang, lunch(await freshLunch(town)))
  const early = await codeOf(wang, other.id)
  town.at(35_000)
  const old = await pickUp(chen, { code: early.qr })
  expect(old.problem).toMatchObject({ status: 409, code: 'canteen-code-old' })
  expect((await codeOf(wang, other.id)).qr).not.toBe(early.qr)
})

test('when the code was read while the counter had no network, then the moment of reading counts, ten minutes long', async () => {
  const order = await book(wang, lunch(date))
  town.at(at('12:00:00'))
  const { qr } = await codeOf(wang, order.id)
  town.at(10 * 60_000)
  expect((await pickUp(chen, { code: qr, secondsAgo: 500 })).problem.code).toBe('canteen-code-old')
  expect((await pickUp(chen, { code: qr, secondsAgo: 601 })).status).toBe(400)
  const answer = await pickUp(chen, { code: qr, secondsAgo: 590 })
  expect(answer.body.collectedAt).toBe(new Date(new Date(at('12:00:10')).getTime()).toISOString().replace('.000', ''))
})

test('when somebody makes a code up, then it is none, and says so', async () => {
  const order = await book(wang, lunch(date))
  town.at(at('11:30:00'))
  const { qr } = await codeOf(wang, order.id)
  const forged = [
    `${qr.slice(0, -1)}${qr.endsWith('A') ? 'B' : 'A'}`,
    qr.replace('JM1', 'JM2'),
    'JM1.x.y.z',
    'https://example.com/pay',
    '12345',
    '；；；；',
    "' or 1=1 --",
  ]
  for (const code of forged) expect((await pickUp(chen, { code })).problem).toMatchObject({ status: 422, code: 'canteen-code-unknown' })
  const free = ['0000', '1234', '9999'].find((number) => number !== order.number) as string
  expect((await pickUp(chen, { code: free })).problem).toMatchObject({ status: 404, code: 'canteen-number-unknown' })
  expect((await see(wang, order.id)).state).toBe('booked')
})

test('when the meal was booked in another canteen, then it is said where', async () => {
  const menus = await town.guest.ok('GET /canteens/:id/menus', { params: { id: 'CAN-002' } })
  const menu = menus.items.find((one) => one.sitting === 'lunch' && one.open)
  const order = await book(
    wang,
    lunch(menu?.date as string, { canteenId: 'CAN-002', items: [{ dishId: menu?.items[0]?.dishId as string, quantity: 1 }] }),
  )
  town.at(`${menu?.date}T11:30:00+08:00`)
  const { qr } = await codeOf(wang, order.id)
  expect((await pickUp(chen, { code: qr })).problem).toMatchObject({
    status: 409,
    code: 'canteen-other',
    detail: expect.stringContaining('龙柏社区食堂'),
  })
  expect((await pickUp(chen, { code: qr }, 'CAN-002')).status).toBe(404)
})

test('when it is the wrong time or state, then the meal stays where it is, and the reason is told', async () => {
  const order = await book(wang, lunch(date))
  town.at(at('08:29:00'))
  expect((await pickUp(chen, { code: order.number, date, sitting: 'lunch' })).problem.code).toBe('canteen-early')
  await wang.ok('POST /orders/:id/cancel', { params: { id: order.id } })
  town.at(at('11:30:00'))
  expect((await pickUp(chen, { code: order.number })).problem).toMatchObject({
    code: 'canteen-ended',
    detail: '王阿姨的这份餐已取消，不能取。',
  })
  await town.db.updateTable('canteens').set({ prepaid: true }).where('code', '=', gubei).execute()
  town.at(start)
  const unpaid = await book(wang, lunch(date, { way: 'prepaid' }))
  town.at(at('11:30:00'))
  expect((await pickUp(chen, { code: unpaid.number })).problem.code).toBe('canteen-unpaid')
  await chen.ok('POST /canteens/:id/orders/:orderId/payments', { params: { id: gubei, orderId: unpaid.id }, body: { event: 'pay' } })
  expect((await pickUp(chen, { code: unpaid.number })).status).toBe(200)
})

test('when the same scan is sent again because the answer was lost, then the answer is the same', async () => {
  const order = await book(wang, lunch(date))
  town.at(at('11:30:00'))
  const key = randomUUID()
  const send = () => chen.call('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: order.number }, key })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  expect(answers[1]?.body).toEqual(answers[0]?.body)
})

test('when the kitchen asks what to make, then each dish is counted by window, and notes and doors are listed', async () => {
  await book(
    wang,
    lunch(date, {
      items: [
        { dishId: pork, quantity: 2 },
        { dishId: meatballs, quantity: 1 },
      ],
      note: '少放糖',
    }),
  )
  await book(wang, lunch(date, { mode: 'delivery', window: '11:00' }))
  const gone = await book(daughter, lunch(date))
  await daughter.ok('POST /orders/:id/cancel', { params: { id: gone.id } })
  const query = { date, sitting: 'lunch' as const }
  const list = await chen.ok('GET /canteens/:id/kitchen', { params: { id: gubei }, query })
  expect(list).toMatchObject({
    orders: 2,
    windows: [
      { starts: '10:30', orders: 1 },
      { starts: '11:00', orders: 1 },
    ],
    dishes: [
      { name: '红烧肉', total: 3, byWindow: [2, 1] },
      { name: '红烧狮子头', total: 1, byWindow: [1, 0] },
    ],
    notes: [{ note: '少放糖', window: '10:30', dishes: '红烧肉×2、红烧狮子头×1' }],
    deliveries: [{ eater: '王阿姨', address: expect.stringContaining('爱博四村'), window: '11:00' }],
  })
  const read = await town.db.selectFrom('access_log').selectAll().where('what', '=', 'canteen-address').execute()
  expect(read.at(-1)).toMatchObject({ reader_id: chen.personId, subject_id: wang.personId })
  const book1 = await chen.call('GET /canteens/:id/kitchen.xlsx', { params: { id: gubei }, query })
  expect(book1.headers['content-type']).toContain('spreadsheetml')
  expect((book1.body as unknown as Buffer).subarray(0, 2).toString()).toBe('PK')
})

test('when 王阿姨 pays less for her age and her allowance, then she and her daughter read why, and the counter only how much', async () => {
  await chen.ok('POST /canteens/:id/guests/lookups', {
    params: { id: gubei },
    body: { code: (await wang.ok('POST /me/consent-codes')).code },
  })
  await chen.ok('PUT /canteens/:id/guests/:personId', {
    ...{ params: { id: gubei, personId: wang.personId } },
    body: { birthday: '1944-03-08', statuses: ['district', 'hukou', 'low_income'], deliveryAddress: null },
  })
  const order = await book(daughter, lunch(date, { forPersonId: wang.personId, mode: 'eat_in' }))
  const whole = [
    { kind: 'discount', label: '80 岁以上 85 折', fen: -180 },
    { kind: 'subsidy', label: '低保老人堂吃补贴', fen: -500 },
  ]
  const neutral = {
    totalFen: 1200,
    lines: [
      { ...whole[0], label: '优惠' },
      { ...whole[1], label: '补贴' },
    ],
    payableFen: 520,
  }
  for (const caller of [wang, daughter]) expect((await see(caller, order.id)).bill.lines).toEqual(whole)
  const list = await chen.ok('GET /canteens/:id/orders', { params: { id: gubei }, query: { date, sitting: 'lunch' } })
  expect(list.items.map(({ bill }) => bill)).toEqual([neutral])
  const params = { id: gubei, orderId: order.id }
  const paid = await chen.ok('POST /canteens/:id/orders/:orderId/payments', { params, body: { event: 'pay' } })
  town.at(at('11:32:00'))
  const answers = [paid, (await pickUp(chen, { code: order.number })).body]
  expect(answers.map(({ bill }) => bill)).toEqual([neutral, neutral])
})

test('when a set meal is ordered, then the kitchen counts it and each of its dishes', async () => {
  date = await freshLunch(town, [
    { dishId: 'S01', quota: 10 },
    { dishId: pork, quota: 10 },
  ])
  await book(wang, lunch(date, { items: [{ dishId: 'S01', quantity: 2 }] }))
  const { dishes } = await chen.ok('GET /canteens/:id/kitchen', { params: { id: gubei }, query: { date, sitting: 'lunch' } })
  const set = (await chen.ok('GET /canteens/:id/dishes', { params: { id: gubei } })).items.find(({ id }) => id === 'S01')
  expect(dishes.map(({ dishId, total }) => [dishId, total])).toEqual(
    expect.arrayContaining([['S01', 2], ...(set?.parts ?? []).map(({ dishId }) => [dishId, 2])]),
  )
  expect(dishes).toHaveLength(1 + (set?.parts.length ?? 0))
})
