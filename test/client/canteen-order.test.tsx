import { screen, waitFor, within } from '@testing-library/react'
import { call } from '@/lib/request'
import { baskets } from '@/pages/canteen/baskets-store'
import { menusOf } from '@/pages/canteen/menus-store'
import CanteenOrder from '@/pages/canteen/order'
import { OrderStore } from '@/pages/canteen/order/order-store'
import { WayCard } from '@/pages/canteen/order/way-card'
import { tastes } from '@/pages/canteen/tastes-store'
import { session } from '@/session/session'
import type { Menu } from '../../contract/canteen'
import { aibo, bookMeal, chen, openMenu, openMenus, paramsOf, setLunch } from '../helpers/client/canteen-guest'
import { gubei } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut, target } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

const rice = 'D028'
const pork = 'S02'

/** Opens the order of a meal on whose menu these were chosen. */
function order(canteenId: string, menu: Menu, basket: Record<string, number> = { [setLunch]: 1 }) {
  baskets.put({ canteenId, date: menu.date, sitting: menu.sitting }, basket)
  return show(<CanteenOrder />, paramsOf(canteenId, menu))
}
/** The order page is ready: the bill is there. */
const ready = () => see(/^(确认订餐|确认订 \d 餐)$/)
const upcoming = async () => (await call('GET /orders', { query: { scope: 'upcoming', limit: 50 } })).items
const booked = async (menu: Menu) => (await upcoming()).filter(({ date, sitting }) => date === menu.date && sitting === menu.sitting)
const bill = () => document.querySelector('.bill-pay')?.parentElement as HTMLElement

test('when the daughter books for her mother, then the bill has the discount and the subsidy, and the meal page follows', async () => {
  await signInAs('daughter')
  order(aibo, await openMenu(aibo, 3), { [pork]: 1 })
  await press(/^妈妈（王阿姨）/)
  await within(document.body).findByText('80 岁以上 85 折', { selector: '.bill-line *' })
  await waitFor(() => expect(bill()).toHaveTextContent('合计¥16'))
  expect(bill()).toHaveTextContent('80 岁以上 85 折−¥2.40')
  expect(bill()).toHaveTextContent('80 岁以上堂吃补贴−¥3')
  expect(bill()).toHaveTextContent('到店付¥10.60')
  await see('给妈妈订 · 已优惠 ¥5.40')
  await press('打包带走')
  await waitFor(() => expect(bill()).toHaveTextContent('到店付¥13.60'))
  await press('堂吃')
  await waitFor(() => expect(bill()).toHaveTextContent('到店付¥10.60'))
  await fill('给后厨的话', '软一点')
  await press('确认订餐')
  const url = await nextScreen()
  expect(url).toMatch(/^\/pages\/canteen\/meal\/index\?id=.+&fresh=1$/)
  const [meal] = (await upcoming()).filter(({ id }) => url.includes(id))
  expect(meal).toMatchObject({ note: '软一点', mode: 'eat_in', eater: { nickname: '王阿姨' }, bill: { payableFen: 1060 } })
  expect(phone.steps).toEqual([])
})

test('when the last meal is had again in 长辈版, then one tap books what the page reads back in one sentence', async () => {
  await signInAsNewcomer()
  session.setElder(true)
  const [first, second] = await openMenus(aibo)
  if (!first || !second) throw new Error('two lunches are needed')
  await bookMeal(aibo, first, { window: '11:15' })
  show(<CanteenOrder />, { ...paramsOf(aibo, second), for: session.person?.id ?? '', again: '1' })
  await see(/^给自己订.+午餐：长者午餐套餐 1 份，11:15 取，堂吃，到店付 ¥9。$/)
  await press('确认订餐')
  expect(await nextScreen()).toMatch(/fresh=1$/)
  expect(await booked(second)).toHaveLength(1)
  session.setElder(false)
})

test('when there is no last meal, then the page leads to the menu', async () => {
  await signInAsNewcomer()
  show(<CanteenOrder />, { ...paramsOf(aibo, await openMenu(aibo)), again: '1' })
  await see('找不到上次的菜')
  await press('去看菜单')
  expect(await nextScreen()).toBe(`/pages/canteen/menu/index?canteen=${aibo}`)
})

test('when an older order is wanted again, then it is its dishes, on the next such meal that is not booked yet', async () => {
  await signInAsNewcomer()
  const [first, second] = await openMenus(aibo)
  if (!first || !second) throw new Error('two lunches are needed')
  const { id } = await bookMeal(aibo, first, { items: [{ dishId: setLunch, quantity: 2 }] })
  show(<CanteenOrder />, { like: id })
  await ready()
  await see('2')
  await press('确认订餐')
  await nextScreen()
  expect((await booked(second))[0]?.items).toMatchObject([{ dishId: setLunch, quantity: 2 }])
})

test('when the consent has ended, then the page says so instead of booking for somebody else', async () => {
  const [daughter, menu] = [session, await openMenu(aibo)]
  await signInAs('resident')
  const mother = daughter.person?.id ?? ''
  await signInAsNewcomer()
  show(<CanteenOrder />, { ...paramsOf(aibo, menu), for: mother, again: '1' })
  await see('现在不能替这位家人订')
})

test('when the price has changed meanwhile, then the new one is shown and nothing is booked until it is confirmed', async () => {
  await signInAsNewcomer()
  const menu = await openMenu(gubei, 1)
  order(gubei, menu)
  await ready()
  const params = { id: gubei, date: menu.date, sitting: menu.sitting }
  const items = menu.items.map(({ dishId, quota }) => ({ dishId, quota, ...(dishId === setLunch ? { priceFen: 950 } : {}) }))
  await (await chen())('PUT /canteens/:id/plans/:date/:sitting', { params, body: { items } })
  await press('确认订餐')
  await see(/^价格变了，现在应付 ¥9\.50/)
  await waitFor(() => expect(bill()).toHaveTextContent('到店付¥9.50'))
  expect(await booked(menu)).toHaveLength(0)
  await press('确认订餐')
  await nextScreen()
  expect((await booked(menu))[0]?.bill.payableFen).toBe(950)
})

test('when a dish sells out meanwhile, then the server’s words say what is left, and the rest of the choice stays', async () => {
  await signInAsNewcomer()
  const menu = await openMenu(gubei, 2)
  order(gubei, menu, { [setLunch]: 1, [rice]: 1 })
  await ready()
  await press('打包带走')
  await ready()
  const params = { id: gubei, date: menu.date, sitting: menu.sitting, dishId: setLunch }
  await (await chen())('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: true } })
  await press('确认订餐')
  await waitFor(() => expect(screen.getAllByText(/^长者午餐套餐已订完。还有：/).length).toBeGreaterThan(0))
  await see('已订完，请换一样')
  expect(screen.getByRole('switch', { name: '打包带走' })).toHaveAttribute('aria-checked', 'true')
  await press('少一份长者午餐套餐')
  await press('确认订餐')
  await nextScreen()
  expect((await booked(menu))[0]).toMatchObject({ mode: 'take_away', items: [{ dishId: rice }] })
  await (await chen())('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: false } })
})

test('when a window fills up meanwhile, then it says 已满, and another can be taken', async () => {
  await signInAsNewcomer()
  const menu = await openMenu(aibo, 0, 'breakfast')
  const [full, next] = menu.windows
  const [mine, ...others] = menu.items
  if (!full || !next || !mine || others.length < 2) throw new Error('a breakfast has windows and dishes')
  order(aibo, menu, { [mine.dishId]: 1 })
  await ready()
  const [one, other] = [await somebodyElse('party_member'), await somebodyElse('secretary')]
  const meal = { canteenId: aibo, date: menu.date, sitting: menu.sitting, window: full.starts, mode: 'eat_in' } as const
  for (let place = 0; place < full.left; place += 1) {
    const body = { ...meal, items: [{ dishId: others[place % 2]?.dishId ?? '', quantity: 1 }] }
    await (place % 2 ? one : other).call('POST /orders', { body, key: `full-${place}-${Math.random()}` })
  }
  await press(/^确认订餐$/)
  await see(new RegExp(`^${full.starts}.*已满，还空着：`))
  await see('已满')
  await press('确认订餐')
  await see('请选取餐时间。')
  await press(new RegExp(`^${next.starts}–`))
  await press('确认订餐')
  expect(await nextScreen()).toMatch(/fresh=1$/)
})

test('when the network is away, then nothing is silent, the choice stays, and a second try makes one meal', async () => {
  await signInAsNewcomer()
  const menu = await openMenu(aibo, 1)
  order(aibo, menu)
  await ready()
  phone.setNetwork('off')
  await press('确认订餐')
  await waitFor(() => expect(screen.getByText(/^网络连不上，还没订上。您选的都留着/)).toBeVisible(), { timeout: 9000 })
  phone.setNetwork('on')
  await press('确认订餐')
  await nextScreen()
  expect(await booked(menu)).toHaveLength(1)
}, 30_000)

test('when the answer was lost and the choice changed, then the meal that got through is shown instead of a second one', async () => {
  await signInAsNewcomer()
  const menu = await openMenu(aibo, 1)
  order(aibo, menu)
  await ready()
  const lost = await loseAnswers()
  await press('确认订餐')
  await waitFor(() => expect(screen.getByText(/^网络连不上，还没订上/)).toBeVisible(), { timeout: 9000 })
  lost()
  await press('打包带走')
  await press('确认订餐')
  expect(await nextScreen()).toMatch(/fresh=earlier$/)
  expect(await booked(menu)).toHaveLength(1)
}, 30_000)

/** Orders reach the server from now on, its answers never the phone. Gives what ends it. */
async function loseAnswers(): Promise<() => void> {
  const { default: Taro } = await import('@tarojs/taro')
  const request = Taro.request
  Taro.request = (async (option: Parameters<typeof request>[0]) => {
    const answer = await request(option)
    if (option.method === 'POST' && option.url.endsWith('/orders')) throw { errMsg: 'request:fail timeout' }
    return answer
  }) as unknown as typeof request
  return () => {
    Taro.request = request
  }
}

test('when further days are chosen, then each has its price, its own order and its own answer', async () => {
  await signInAsNewcomer()
  const [, , first, second, third] = await openMenus(gubei)
  if (!first || !second || !third) throw new Error('five lunches are needed')
  order(gubei, first)
  await ready()
  await press('多订几天一样的')
  const day = ({ date }: Menu) => new RegExp(`^周. ${Number(date.slice(8))}日$`)
  await press(day(second))
  await press(day(third))
  await see('确认订 3 餐')
  await waitFor(() => expect(document.querySelector('.foot')).toHaveTextContent('¥27'))
  const params = { id: gubei, date: third.date, sitting: third.sitting, dishId: setLunch }
  const call = await chen()
  await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: true } })
  await press('确认订 3 餐')
  await see('1 天没有订上')
  expect(screen.getAllByText(/^已订，10:30 取，¥9$/)).toHaveLength(2)
  await see(/^长者午餐套餐已订完。/)
  await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: false } })
  await press('没订上的再试一次')
  await see('都订好了')
  for (const menu of [first, second, third]) expect(await booked(menu)).toHaveLength(1)
  await press('看取餐码')
  expect(await nextScreen()).toMatch(/^\/pages\/canteen\/meal\/index/)
})

test('when a further day cannot be had any more, then it says so before, and is left out until it can', async () => {
  await signInAsNewcomer()
  const [first, second, third] = await openMenus(gubei, 'dinner')
  if (!first || !second || !third) throw new Error('three dinners are needed')
  order(gubei, first, { [pork]: 1 })
  await ready()
  await press('多订几天一样的')
  const params = { id: gubei, date: third.date, sitting: third.sitting, dishId: pork }
  const call = await chen()
  await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: true } })
  for (const { date } of [second, third]) await press(new RegExp(`^周. ${Number(date.slice(8))}日$`))
  await see(/^红烧肉套餐已订完。/)
  await press('确认订 2 餐')
  await see('1 天没有订上')
  expect(await booked(second)).toHaveLength(1)
  expect(await booked(third)).toHaveLength(0)
  await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: false } })
  await press('没订上的再试一次')
  await see('都订好了')
  expect(await booked(third)).toHaveLength(1)
})

test('when the bill cannot be counted, then the page says why instead of an old sum', async () => {
  await signInAsNewcomer()
  order(aibo, await openMenu(aibo, 2))
  await ready()
  phone.setNetwork('off')
  await press('打包带走')
  await waitFor(() => expect(screen.getByText('重新算价')).toBeVisible(), { timeout: 9000 })
  expect(document.querySelector('.foot')).toHaveTextContent('网络连不上')
  phone.setNetwork('on')
  await press('重新算价')
  await see('确认订餐')
}, 20_000)

test('when a meal can be brought home, then it is offered to who is registered, and the others read how to be', async () => {
  await signInAs('resident')
  const first = order(gubei, await openMenu(gubei))
  await ready()
  expect(screen.queryByText('先付款')).toBeNull()
  await press('送餐到家')
  await see('送到在食堂登记的地址。')
  first.unmount()
  await signInAsNewcomer()
  order(aibo, await openMenu(aibo))
  await ready()
  expect(screen.queryByText('送餐到家')).toBeNull()
  await see(/^想送餐到家，先带身份证/)
})

test('when a canteen takes money before, then the way to pay can be chosen and goes with the order', async () => {
  await signInAsNewcomer()
  const menu = await openMenu(aibo)
  const canteen = { ...(await call('GET /canteens/:id', { params: { id: aibo } })), prepaid: true }
  const [menus, { eaters }] = [menusOf(aibo), await call('GET /me/family')]
  await menus.week.refresh()
  const meal = { canteenId: aibo, date: menu.date, sitting: menu.sitting }
  const store = new OrderStore({ meal, canteen, eaters, menus, replaced: [] }, { eaterId: null, window: null, mode: 'eat_in' })
  show(<WayCard store={store} />)
  expect(store.body.way).toBe('counter')
  await press('先付款')
  await see(/过时份数会放回/)
  expect(store.body.way).toBe('prepaid')
})

test('when a dish has what the person does not eat, then the order says so', async () => {
  await signInAsNewcomer()
  tastes.avoid('egg')
  order(aibo, await openMenu(aibo))
  await see('含蛋，是您忌口的')
  tastes.clear()
})

test('when nobody is signed in, then the way to sign in is shown', async () => {
  const menu = await openMenu(aibo)
  await signOut()
  order(aibo, menu)
  expect(await target('登录')).toBeVisible()
})
