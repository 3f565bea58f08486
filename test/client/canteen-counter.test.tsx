import Taro from '@tarojs/taro'
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import Counter from '@/pages/canteen/counter'
import type { Order } from '../../contract/canteen'
import { accessFaults } from '../helpers/client/access'
import { Diner, goToMorningTown, gubei, today, townTimeout } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAs, target } from '../helpers/client/screen'

let leave: () => Promise<void>
let wang: Diner
let daughter: Diner
let chen: Diner

beforeAll(async () => {
  leave = await goToMorningTown()
  wang = await Diner.is('resident')
  daughter = await Diner.is('daughter')
  chen = await Diner.is('canteen_staff')
}, townTimeout)
afterAll(() => leave())

/** What the camera reads next. */
const camera = (result: string | null) =>
  Object.assign(Taro, {
    scanCode: async () => {
      if (result === null) throw { errMsg: 'scanCode:fail cancel' }
      return { result }
    },
  })
async function openCounter() {
  await signInAs('canteen_staff')
  show(<Counter />)
  await see('今天午餐')
  await see(/^已取 \d+ \/ 共 \d+$/)
}
async function type(number: string) {
  for (const digit of number) await press(digit)
}
const lineOf = async (order: Order) =>
  (await screen.findByText(order.number, { selector: '.counter-line-number' })).closest('.counter-line-frame') as HTMLElement
const card = () => document.querySelector('.counter-outcome') as HTMLElement

test('when four digits are typed, then they show whose meal it is before it is handed over, and after that what goes out and what comes in', async () => {
  const order = await daughter.books({
    note: '少放盐',
    mode: 'eat_in',
    forPersonId: (await daughter.call('GET /me/family')).eaters[1]?.personId,
  })
  await openCounter()
  await lineOf(order)
  await type(order.number)
  expect(await see(/^王阿姨 · 堂吃 · 收 ¥/)).toBeVisible()
  await press('交餐')
  await see(/^已交餐/)
  expect(card()).toHaveTextContent(order.number)
  expect(card()).toHaveTextContent('王阿姨')
  expect(card()).toHaveTextContent('王小雯代订')
  expect(card()).toHaveTextContent(`${order.items[0]?.name}× 1`)
  expect(card()).toHaveTextContent('备注：少放盐')
  expect(card()).toHaveTextContent(`约 ${order.window.starts}–${order.window.ends} 取`)
  expect((await wang.call('GET /orders/:id', { params: { id: order.id } })).state).toBe('collected')
  await press('下一位')
  expect(card()).toBeNull()
})

test('when a meal is handed over a second time, then a loud and kind card says who did it and when', async () => {
  const order = await wang.books()
  await chen.call('POST /canteens/:id/pickups', { params: { id: gubei }, body: { code: order.number, date: today, sitting: 'lunch' } })
  await openCounter()
  await type(order.number)
  await press('交餐')
  await see('这份餐已经交过了')
  expect(card()).toHaveTextContent(/王阿姨的这份餐已在 .*08:4\d 由陈师傅交出/)
  expect(card()).toHaveTextContent('可能是家里人来取过了，请和客人一起看一看。')
})

test('when a code is scanned, then the meal goes out whichever sitting is on the screen; stepping back does nothing', async () => {
  const order = await wang.books()
  await openCounter()
  camera(null)
  await press('扫码')
  camera((await wang.code(order)).qr)
  await press('扫码')
  await see(/^已交餐/)
  expect(card()).toHaveTextContent(order.number)
})

test('when what is scanned is no pick-up code, or belongs to another canteen, then it is said in words', async () => {
  await openCounter()
  camera('https://example.com')
  await press('扫码')
  await see(/这不是取餐码/)
  await press('下一位')
  const other = await wang.books({ canteenId: 'CAN-002' })
  camera((await wang.code(other)).qr)
  await press('扫码')
  await see(/这份餐订在龙柏社区食堂/)
})

test('when a number is not complete or nobody has it, then it is said beside it or in words', async () => {
  await openCounter()
  await type('12')
  await press('交餐')
  await see('请输满四位取餐号。')
  await press('清空')
  const { items } = await chen.call('GET /canteens/:id/orders', { params: { id: gubei }, query: { date: today, sitting: 'breakfast' } })
  expect(items).toEqual([])
  await type('0007')
  await see('名单里还没有这个号')
  await press('交餐')
  await see(/没有取餐号 0007/)
})

test('when a meal that was paid is called off, then its money is owed, and given back after a second tap', async () => {
  const order = await wang.books({ sitting: 'dinner' })
  await chen.call('POST /canteens/:id/orders/:orderId/payments', { params: { id: gubei, orderId: order.id }, body: { event: 'pay' } })
  await chen.call('POST /canteens/:id/closures', { params: { id: gubei }, body: { date: today, sitting: 'dinner', reason: '停水' } })
  await openCounter()
  await press('换一餐')
  await press('晚餐')
  await press('待退款 1')
  const line = await lineOf(order)
  fireEvent.click(within(line).getByRole('button', { name: /^退给客人 ¥/ }))
  await see(/^把 ¥.*退给王阿姨，退好再点。/)
  await press('已经退了')
  await see('没有要退款的')
  expect((await wang.call('GET /orders/:id', { params: { id: order.id } })).payment).toBe('refunded')
})

test('when tomorrow is chosen, then its list is shown and a meal of it is not handed over yet', async () => {
  const day = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
  const order = await wang.books({ date: day })
  await openCounter()
  await press('换一餐')
  await press('明天')
  fireEvent.click(await lineOf(order))
  await press('交餐')
  await see(/还没到时候/)
})

test('when there are many orders, then the list shows twenty, finds by the first digits, and keeps its shelves', async () => {
  const crowd = await Diner.is('neighbour')
  for (let count = 0; count < 18; count += 1) await crowd.books()
  const others = await Diner.is('party_member')
  for (let count = 0; count < 5; count += 1) await others.books()
  await openCounter()
  await waitFor(() => expect(document.querySelectorAll('.counter-line-frame')).toHaveLength(20))
  await press(/^还有 \d+ 份，再看 20 份$/)
  const numbers = [...document.querySelectorAll('.counter-line-number')].map(({ textContent }) => textContent ?? '')
  expect(numbers.length).toBeGreaterThan(20)
  const first = numbers[0]?.[0] ?? ''
  await type(first)
  expect([...document.querySelectorAll('.counter-line-number')].map(({ textContent }) => textContent)).toEqual(
    numbers.filter((number) => number.startsWith(first)),
  )
  await press(/^已取 \d+$/)
  await press('清空')
  await waitFor(() => expect(document.querySelectorAll('.counter-line-frame .chip-good').length).toBeGreaterThan(2))
})

test('when the page is shown again, then what came meanwhile is there', async () => {
  await openCounter()
  const order = await daughter.books()
  phone.happen('hide')
  await new Promise((done) => setTimeout(done, 50))
  phone.happen('show')
  await type(order.number)
  await see(/^王小雯 · 打包带走 · 收 ¥/)
})

test('when the list does not come, then it says so and can be asked for again', async () => {
  await openCounter()
  phone.setNetwork('off')
  await press('换一餐')
  await press('晚餐')
  await screen.findByText('没有加载出来')
  phone.setNetwork('on')
  await press('重试')
  await see(/^已取 0 \/ 共 0$/)
}, 30_000)

test('when somebody who does not work in a canteen comes here, then it is explained instead of refused', async () => {
  await signInAs('resident')
  show(<Counter />)
  await see('这里是食堂工作人员用的')
  await press('回首页')
  expect(await nextScreen()).toBe('/pages/home/index')
})

test('when the counter is listened to, then nothing is without a name', async () => {
  await openCounter()
  await target('交餐')
  expect(await accessFaults(document.body)).toEqual([])
})
