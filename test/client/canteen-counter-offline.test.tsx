import { screen, waitFor } from '@testing-library/react'
import { call } from '@/lib/request'
import Counter from '@/pages/canteen/counter'
import { CounterStore } from '@/pages/canteen/counter/counter-store'
import { handovers } from '@/pages/canteen/counter/handover-queue'
import { session } from '@/session/session'
import type { CounterOrder, Order } from '../../contract/canteen'
import { Diner, goToMorningTown, gubei, today, townTimeout } from '../helpers/client/canteen-town'
import { answer, standBehindGateway } from '../helpers/client/gateway'
import { phone } from '../helpers/client/phone'
import { press, see, show, signInAs } from '../helpers/client/screen'

let leave: () => Promise<void>
let wang: Diner
let chen: Diner
const meal = { date: today, sitting: 'lunch' } as const

beforeAll(async () => {
  leave = await goToMorningTown()
  wang = await Diner.is('resident')
  chen = await Diner.is('canteen_staff')
}, townTimeout)
afterAll(() => leave())
beforeEach(() => signInAs('canteen_staff'))
afterEach(() => {
  for (const { id } of [...handovers.waiting(gubei), ...handovers.conflicts(gubei)]) handovers.tick(id)
})

/** The counter with the list of lunch on it. */
async function openStore(): Promise<CounterStore> {
  const { hours } = await call('GET /canteens/:id', { params: { id: gubei } })
  const store = new CounterStore(gubei, hours)
  await store.chooseMeal(meal)
  return store
}
async function enter(store: CounterStore, code: string) {
  store.write(code)
  await store.enter()
}
const atServer = async ({ id }: Order): Promise<CounterOrder | undefined> =>
  (await chen.call('GET /canteens/:id/orders', { params: { id: gubei }, query: meal })).items.find((order) => order.id === id)
/** The app is killed and opened again, on the phone as it is. */
function reborn() {
  const next = { handovers, session, done: [] as (string | undefined)[] }
  jest.isolateModules(() => {
    const { reaction } = jest.requireActual('mobx')
    next.session = jest.requireActual('@/session/session').session
    next.handovers = jest.requireActual('@/pages/canteen/counter/handover-queue').handovers
    reaction(
      () => next.handovers.lastDone,
      (last: typeof handovers.lastDone) => next.done.push(last?.order?.id),
    )
  })
  return next
}
/** Time goes on. */
function pass(ms: number) {
  const before = Date.now
  Date.now = () => before() + ms
  return () => {
    Date.now = before
  }
}

test('when the network is away, then a number is looked up in the list, marked, kept, and sent with the moment when it is back', async () => {
  const order = await wang.books()
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, order.number)
  expect(store.outcome).toMatchObject({ kind: 'handed', pending: true, order: { id: order.id, eater: '王阿姨' } })
  expect(store.roll.counts.collected).toBe(1)
  expect(handovers.waiting(gubei)).toMatchObject([{ code: order.number, orderId: order.id }])
  expect((await atServer(order))?.state).toBe('booked')
  const goBack = pass(90_000)
  phone.setNetwork('on')
  await waitFor(() => expect(handovers.waiting(gubei)).toEqual([]))
  goBack()
  const collected = await atServer(order)
  expect(collected?.state).toBe('collected')
  // The phone's clock went ahead of the server's: ninety seconds ago is what arrived, and no meal is handed over before it is booked.
  expect(collected?.collectedAt).toBe(order.createdAt)
})

test('when the app is killed meanwhile, then what waits is sent at the next start, once and in order', async () => {
  const orders = [await wang.books(), await wang.books(), await wang.books()]
  const store = await openStore()
  phone.setNetwork('off')
  for (const { number } of orders) await enter(store, number)
  const next = reborn()
  expect(next.handovers.waiting(gubei).map(({ orderId }) => orderId)).toEqual(orders.map(({ id }) => id))
  phone.setNetwork('on')
  await next.session.start()
  await waitFor(() => expect(next.handovers.waiting(gubei)).toEqual([]))
  expect(next.handovers.conflicts(gubei)).toEqual([])
  expect(next.done).toEqual(orders.map(({ id }) => id))
  const states = await Promise.all(orders.map(async (order) => (await atServer(order))?.state))
  expect(states).toEqual(['collected', 'collected', 'collected'])
})

test('when a number is not on the list, or its meal is gone already, then the counter says so without a network', async () => {
  const done = await wang.books()
  await chen.call('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: done.number, ...meal } })
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, done.number)
  expect(store.outcome).toMatchObject({ kind: 'refused', hindrance: { kind: 'again', words: expect.stringContaining('由陈师傅交出') } })
  const free = ['0000', '1111', '2222', '3333'].find((number) => !store.roll.find(number)) ?? ''
  await enter(store, free)
  expect(store.outcome).toMatchObject({ kind: 'refused', hindrance: { words: `名单里没有取餐号 ${free}，请再听一遍。` } })
  expect(handovers.waiting(gubei)).toEqual([])
})

test('when the same meal is asked for twice without a network, then the second time is noticed here', async () => {
  const order = await wang.books()
  const { qr } = await wang.code(order)
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, order.number)
  await enter(store, qr)
  expect(store.outcome).toMatchObject({ kind: 'refused', hindrance: { kind: 'again', words: expect.stringContaining('刚在这里交出') } })
  expect(handovers.waiting(gubei)).toHaveLength(1)
})

test('when a code is scanned without a network, then its meal is found on the list and it is checked when the network is back', async () => {
  const order = await wang.books()
  const { qr } = await wang.code(order)
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, qr)
  expect(store.outcome).toMatchObject({ kind: 'handed', pending: true, order: { id: order.id } })
  phone.setNetwork('on')
  await waitFor(() => expect(handovers.waiting(gubei)).toEqual([]))
  expect((await atServer(order))?.state).toBe('collected')
})

test('when the server will not have what was handed over, then each is listed with why, and goes when it is ticked off', async () => {
  const taken = await wang.books()
  show(<Counter />)
  await see('今天午餐')
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, taken.number)
  await enter(store, 'JM1.AAAAAAAAAAAAAAAAAAAAAA.abc.AAAAAAAAAAAAAAAAAAAAAA')
  await see('2 份待上传')
  await chen.call('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: taken.number, ...meal } })
  phone.setNetwork('on')
  await see('需要核对 2 份')
  await press(/^需要核对 2 份/)
  expect(screen.getByText(new RegExp(`取餐号 ${taken.number} · 王阿姨`)).parentElement).toHaveTextContent(
    /交出。王阿姨的这份餐已在 .* 由陈师傅交出/,
  )
  expect(screen.getByText('扫的取餐码').parentElement).toHaveTextContent('这不是取餐码')
  await press('扫的取餐码，已核对')
  await see('需要核对 1 份')
  await press(/王阿姨，已核对$/)
  await waitFor(() => expect(screen.queryByText(/^需要核对/)).toBeNull())
})

test('when the network was away for more than ten minutes, then it is not sent but said', async () => {
  const order = await wang.books()
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, order.number)
  const goBack = pass(601_000)
  phone.setNetwork('on')
  await waitFor(() => expect(handovers.conflicts(gubei)).toHaveLength(1))
  goBack()
  expect(handovers.conflicts(gubei)[0]?.conflict).toContain('超过 10 分钟没有网络')
  expect((await atServer(order))?.state).toBe('booked')
  show(<Counter />)
  await press(/^需要核对 1 份/)
  await press(/王阿姨，再交一次$/)
  expect(screen.getByPlaceholderText('四位取餐号')).toHaveValue(order.number)
  await press('交餐')
  await see(/^已交餐/)
})

test('when the answer to a handing over is lost, then sending it again is no conflict', async () => {
  const order = await wang.books()
  const store = await openStore()
  phone.setNetwork('off')
  await enter(store, order.number)
  const [one] = handovers.waiting(gubei)
  // as an earlier try that arrived: the same key with other seconds
  await chen.call('POST /canteens/:id/pickups', {
    params: { id: gubei },
    body: { code: order.number, ...meal, secondsAgo: 1 },
    key: one?.key ?? '',
  })
  const goBack = pass(5_000)
  phone.setNetwork('on')
  await waitFor(() => expect(handovers.waiting(gubei)).toEqual([]))
  goBack()
  expect(handovers.conflicts(gubei)).toEqual([])
})

test('when the server does not answer for some seconds, then the counter goes on and the meal waits to be sent', async () => {
  const order = await wang.books()
  const store = await openStore()
  const letGo = phone.hold()
  await enter(store, order.number)
  expect(store.outcome).toMatchObject({ kind: 'handed', pending: true })
  letGo()
  await waitFor(() => expect(handovers.waiting(gubei)).toEqual([]))
  expect((await atServer(order))?.state).toBe('collected')
})

test('when the next number is typed before the answer, then what the server will not have stands among what needs a look', async () => {
  const order = await wang.books()
  const store = await openStore()
  await chen.call('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: order.number, ...meal } })
  const letGo = phone.hold()
  store.write(order.number)
  const entering = store.enter()
  store.type('5')
  letGo()
  await entering
  expect(store.typed).toBe('5')
  expect(handovers.conflicts(gubei)).toHaveLength(1)
})

test('when a meal has to be paid before, then one tap takes the money and hands it over', async () => {
  const order = await wang.books()
  const store = await openStore()
  const prepaid = { ...(store.roll.find(order.number) as CounterOrder), way: 'prepaid' as const }
  const paid = JSON.stringify({ ...prepaid, payment: 'paid' })
  const problem = JSON.stringify({ code: 'canteen-unpaid', detail: '王阿姨的这份餐还没付款，应付 ¥12.00，收款后再交餐。' })
  const goHome = await standBehindGateway([
    answer(409, problem),
    answer(200, JSON.stringify({ items: [prepaid] })),
    answer(200, paid),
    answer(
      200,
      JSON.stringify({ ...prepaid, payment: 'paid', state: 'collected', collectedAt: new Date().toISOString(), collectedBy: '陈师傅' }),
    ),
  ])
  await enter(store, order.number)
  expect(store.outcome).toMatchObject({ kind: 'refused', hindrance: { kind: 'unpaid' } })
  await waitFor(() => expect(store.roll.items).toHaveLength(1))
  await store.payAndHand(prepaid)
  expect(store.outcome).toMatchObject({ kind: 'handed', pending: false, order: { payment: 'paid', state: 'collected' } })
  await goHome()
})
