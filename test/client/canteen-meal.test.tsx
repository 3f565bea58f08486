import Taro from '@tarojs/taro'
import { screen, waitFor, within } from '@testing-library/react'
import { qrPicture } from '@/lib/qr'
import { call } from '@/lib/request'
import CanteenMeal from '@/pages/canteen/meal'
import CanteenNutrition from '@/pages/canteen/nutrition'
import { paymentLine } from '@/pages/canteen/order-words'
import { session } from '@/session/session'
import type { Order } from '../../contract/canteen'
import { bookMeal } from '../helpers/client/canteen-guest'
import { Diner, goToMorningTown, gubei, today } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs } from '../helpers/client/screen'

let leave: () => Promise<void>
let chen: Diner
const lunch = { date: today, sitting: 'lunch' } as const

beforeAll(async () => {
  leave = await goToMorningTown()
  chen = await Diner.is('canteen_staff')
})
afterAll(() => leave())
afterEach(() => session.setElder(false))

const open = ({ id }: Order, more: Record<string, string> = {}) => show(<CanteenMeal />, { id, ...more })
const qr = () => screen.queryByLabelText('取餐二维码')
const handOver = (order: Order) =>
  chen.call('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: order.number }, key: `hand-${order.id}` })
const codesAsked = () => phone.sent.filter((one) => one.endsWith('/pickup-code')).length

/** The screen's brightness on this phone. */
function light(value: number) {
  const screen = { value }
  Object.assign(Taro, {
    getScreenBrightness: async () => ({ value: screen.value }),
    setScreenBrightness: async (wanted: { value: number }) => Object.assign(screen, wanted),
  })
  return screen
}

test('when a meal has just been booked, then the page shows the digits, the code, and what happens next', async () => {
  await signInAs('daughter')
  const [, mother] = (await call('GET /me/family')).eaters
  const order = await bookMeal(gubei, lunch, { forPersonId: mother?.personId ?? '' })
  open(order, { fresh: '1' })
  await see('订好了')
  await see(/^今天 \d\d:\d\d–\d\d:\d\d 到古北社区食堂$/)
  await see('请王阿姨报下面四个数字，或出示二维码')
  expect(screen.getByText(order.number)).toBeVisible()
  await waitFor(() => expect(qr()).toHaveAttribute('src', expect.stringMatching(/^data:image\/gif;base64,/)))
  await see(/给王阿姨订的/)
  await see('您订好了')
})

test('when the code is about to end, then the next one takes its place', async () => {
  await signInAs('neighbour')
  const order = await bookMeal(gubei, lunch)
  open(order)
  await waitFor(() => expect(qr()).not.toBeNull())
  const first = qr()?.getAttribute('src')
  await waitFor(() => expect(qr()?.getAttribute('src')).not.toBe(first), { timeout: 35_000 })
  expect(codesAsked()).toBeLessThan(4)
}, 50_000)

test('when the page is hidden, then no code is asked for and the screen is as bright as before; when shown again, then both come back', async () => {
  const brightness = light(0.4)
  await signInAs('neighbour')
  open(await bookMeal(gubei, lunch))
  await waitFor(() => expect(brightness.value).toBe(1))
  await waitFor(() => expect(codesAsked()).toBe(1))
  phone.happen('hide')
  await waitFor(() => expect(brightness.value).toBe(0.4))
  phone.happen('show')
  await waitFor(() => expect(brightness.value).toBe(1))
  await waitFor(() => expect(codesAsked()).toBe(2))
})

test('when the counter hands the meal over, then the page turns to 已取餐 by itself, and the dishes can be judged', async () => {
  await signInAs('resident')
  const order = await bookMeal(gubei, lunch)
  open(order)
  await waitFor(() => expect(qr()).not.toBeNull())
  await handOver(order)
  await waitFor(() => expect(screen.getAllByText('已取餐').length).toBeGreaterThan(0), { timeout: 20_000 })
  expect(qr()).toBeNull()
  await press('长者午餐套餐 5 星，很好吃')
  await fill('评价', '软烂好嚼')
  await press('提交评价')
  await waitFor(() => expect(screen.queryByText('菜好吃吗？')).toBeNull())
  expect((await call('GET /orders/:id', { params: { id: order.id } })).mayRate).toBe(false)
}, 40_000)

test('when somebody in 长辈版 judges, then each dish has five lines with words', async () => {
  await signInAs('resident')
  const order = await bookMeal(gubei, lunch, {
    items: [
      { dishId: 'S01', quantity: 1 },
      { dishId: 'D028', quantity: 1 },
    ],
  })
  await handOver(order)
  session.setElder(true)
  open(order)
  await press('★★★★ 好吃')
  await press('★★★ 一般')
  await see('★★★ 一般 改')
  await press('提交评价')
  await waitFor(() => expect(screen.queryByText('菜好吃吗？')).toBeNull())
})

test('when the network is away, then the digits stay, and it says that they are enough', async () => {
  await signInAs('neighbour')
  const order = await bookMeal(gubei, lunch)
  const first = open(order)
  await see(order.number)
  first.unmount()
  phone.setNetwork('off')
  open(order)
  expect(await see(order.number)).toBeVisible()
  await waitFor(() => expect(screen.getByText('报这四个数字也能取餐')).toBeVisible(), { timeout: 9000 })
  expect(screen.getByText(/^二维码没更新：网络连不上/)).toBeVisible()
}, 30_000)

test('when a meal cannot be cancelled any more, then it says since when', async () => {
  await signInAs('neighbour')
  open(await bookMeal(gubei, lunch))
  await see(/^已过了取消时间（.+）。实在来不了，请打电话告诉食堂。$/)
  expect(screen.queryByText('取消订餐')).toBeNull()
})

test('when a meal is cancelled, then it is asked once more in place, and the state and the money are said in words', async () => {
  await signInAs('neighbour')
  const dinner = { date: today, sitting: 'dinner' } as const
  const order = await bookMeal(gubei, dinner, { items: [{ dishId: 'S02', quantity: 1 }] })
  const params = { id: gubei, orderId: order.id }
  await chen.call('POST /canteens/:id/orders/:orderId/payments', { params, body: { event: 'pay' }, key: `pay-${order.id}` })
  open(order)
  await press('取消订餐')
  await see(/已付的钱会退给您/)
  await press('不取消了')
  await press('取消订餐')
  await press('确定取消')
  await waitFor(() => expect(screen.getAllByText('已取消').length).toBeGreaterThan(0))
  await see(/^待退款 ¥16$/)
  await chen.call('POST /canteens/:id/orders/:orderId/payments', { params, body: { event: 'refund' }, key: `back-${order.id}` })
  phone.happen('pullDown')
  await see(/^已退款 ¥16$/)
  await press('再来一份')
  expect(await nextScreen()).toBe(`/pages/canteen/order/index?like=${order.id}`)
})

test('when money is told of, then where it stands and what is to be done, in words', () => {
  const now = Date.parse('2026-11-24T12:00:00+08:00')
  const line = (changes: Partial<Order>) =>
    paymentLine(
      { state: 'booked', way: 'counter', payment: 'unpaid', payBy: null, bill: { totalFen: 900, lines: [], payableFen: 900 }, ...changes },
      now,
    )
  expect(line({})).toBe('到店付 ¥9')
  expect(line({ way: 'prepaid', payBy: '2026-11-24T04:10:00Z' })).toBe('请在 今天 12:10 前到柜台付 ¥9，过时份数会放回')
  expect(line({ payment: 'paid' })).toBe('已付 ¥9')
  expect(line({ state: 'cancelled', payment: 'refunding' })).toBe('待退款 ¥9')
  expect(line({ state: 'cancelled', payment: 'refunded' })).toBe('已退款 ¥9')
  expect(line({ state: 'cancelled' })).toBe('没有付款，不用退')
})

test('when it is somebody else’s meal, then the page says that there is none', async () => {
  await signInAs('neighbour')
  const order = await bookMeal(gubei, lunch)
  await signInAs('party_member')
  open(order)
  await see('没有加载出来')
})

test('when meals were eaten, then the week shows energy, protein and salt, for oneself and for whom one books', async () => {
  await signInAs('secretary')
  const salty = await bookMeal(gubei, lunch, {
    items: [
      { dishId: 'S01', quantity: 1 },
      { dishId: 'S02', quantity: 1 },
    ],
  })
  await handOver(salty)
  show(<CanteenNutrition />)
  await see(/^在食堂吃了 1 餐/)
  await see('吃的那几天，平均 1,142 千卡')
  await see('有 1 天超过了，少喝汤、选“少盐”的菜')
  expect(within(document.body).getByLabelText(/2754 毫克，超过$/)).toBeVisible()
  await press('上一周')
  await see('这一周没有在食堂吃过')
  await press('下一周')
  await see(/^在食堂吃了 1 餐/)
  expect(screen.queryByLabelText('下一周')).toBeNull()
  await signInAs('daughter')
  await press(/^妈妈（王阿姨）/)
  await see(/^在食堂吃了 \d 餐/)
})

test('when a code is drawn, then it is a picture that any image shows', () => {
  expect(qrPicture('JM1.abc')).toMatch(/^data:image\/gif;base64,R0lGOD/)
  expect(qrPicture('JM1.abc')).not.toBe(qrPicture('JM1.abd'))
})
