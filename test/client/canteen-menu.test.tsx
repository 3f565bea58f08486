import { screen, waitFor, within } from '@testing-library/react'
import { recall } from '@/lib/storage'
import CanteenMenu from '@/pages/canteen/menu'
import { tastes } from '@/pages/canteen/tastes-store'
import { aibo, chen, longbai, openMenu, paramsOf, setLunch } from '../helpers/client/canteen-guest'
import { gubei } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAsNewcomer, signOut } from '../helpers/client/screen'

/** 红烧肉套餐, on every dinner. */
const setDinner = 'S02'

beforeEach(() => signInAsNewcomer())
afterEach(() => tastes.clear())

const names = () => [...document.querySelectorAll('.dish-name')].map((node) => node.textContent)
const dishOf = (name: string) => screen.getByText(name, { selector: '.dish-name' }).closest('.dish') as HTMLElement

test('when the menu is opened, then it shows the next lunch that can be ordered, by kind, with price, what is in it and what is left', async () => {
  show(<CanteenMenu />, { canteen: longbai })
  await see('长者午餐套餐')
  expect(screen.getByRole('tab', { name: '午餐' })).toHaveAttribute('aria-selected', 'true')
  expect(screen.getByText('套餐')).toBeVisible()
  expect(screen.getByText('素菜')).toBeVisible()
  const dish = within(dishOf('长者午餐套餐'))
  expect(dish.getByText('¥9')).toBeVisible()
  expect(dish.getByText(/^剩 \d+ 份$/)).toBeVisible()
  expect(dish.getByText(/^454 千卡 · 含.*蛋/)).toBeVisible()
  expect(dish.getByText(/肉末蒸蛋、清炒鸡毛菜/)).toBeVisible()
})

test('when dishes are chosen, then the sum follows, outlives the page, and 去订餐 leads to the order of that meal', async () => {
  const menu = await openMenu(longbai, 1)
  const first = show(<CanteenMenu />, paramsOf(longbai, menu))
  await press('加一份长者午餐套餐')
  await press('加一份长者午餐套餐')
  await press('加一份米饭')
  await see('¥19')
  await press('少一份米饭')
  await see('¥18')
  first.unmount()
  show(<CanteenMenu />, paramsOf(longbai, menu))
  await see('¥18')
  expect(JSON.stringify(recall('canteen-baskets', {}))).toContain(setLunch)
  await press('去订餐')
  expect(await nextScreen()).toBe(`/pages/canteen/order/index?canteen=${longbai}&date=${menu.date}&sitting=lunch`)
})

test('when another day or meal is tapped, then its menu is there, and what was chosen before is kept for its own meal', async () => {
  const [menu, other] = [await openMenu(longbai, 1), await openMenu(longbai, 2)]
  show(<CanteenMenu />, paramsOf(longbai, menu))
  await press('加一份长者午餐套餐')
  await see('去订餐')
  const day = screen.getAllByRole('tab').find((tab) => tab.textContent?.endsWith(`${Number(other.date.slice(8))}日`))
  day?.click()
  await see('先选菜')
  await press('早餐')
  await see('早点')
  expect(names()).not.toContain('长者午餐套餐')
})

test('when something is not eaten, then dishes with it go, and their number is said; the wish stays on the phone', async () => {
  show(<CanteenMenu />, paramsOf(longbai, await openMenu(longbai)))
  await see('长者午餐套餐')
  await press('设忌口')
  await press('蛋')
  await waitFor(() => expect(names()).not.toContain('长者午餐套餐'))
  await see(/^收起了 \d+ 样不合适的$/)
  await see('不要蛋')
  expect(recall('canteen-tastes', null)).toEqual({ avoid: ['egg'], diets: [] })
  for (const one of ['大豆', '鱼', '虾蟹', '花生', '麸质谷物', '少盐', '低糖']) await press(one)
  await waitFor(() => expect(names().every((name) => !name?.includes('套餐'))).toBe(true))
})

test('when a dish is tapped, then its nutrition opens in place', async () => {
  show(<CanteenMenu />, paramsOf(longbai, await openMenu(longbai)))
  await press('长者午餐套餐，看营养')
  await see('碳水化合物')
  await see(/^1222 毫克，一天上限的 61%$/)
  await press('长者午餐套餐，收起')
  await waitFor(() => expect(screen.queryByText('碳水化合物')).toBeNull())
})

test('when the kitchen has switched a dish off, then it says 已订完 in words and cannot be added', async () => {
  const menu = await openMenu(gubei, 4, 'dinner')
  const params = { id: gubei, date: menu.date, sitting: menu.sitting, dishId: setDinner }
  const call = await chen()
  await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: true } })
  show(<CanteenMenu />, paramsOf(gubei, menu))
  await see('红烧肉套餐')
  expect(within(dishOf('红烧肉套餐')).getByText('已订完')).toBeVisible()
  expect(screen.queryByLabelText('加一份红烧肉套餐')).toBeNull()
  await call('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { soldOut: false } })
})

test('when two are left, then no third can be added', async () => {
  const menu = await openMenu(gubei, 5, 'dinner')
  const params = { id: gubei, date: menu.date, sitting: menu.sitting, dishId: setDinner }
  await (await chen())('PATCH /canteens/:id/plans/:date/:sitting/items/:dishId', { params, body: { quota: 2 } })
  show(<CanteenMenu />, paramsOf(gubei, menu))
  await press('加一份红烧肉套餐')
  await press('加一份红烧肉套餐')
  await waitFor(() => expect(screen.queryByLabelText('加一份红烧肉套餐')).toBeNull())
})

test('when a meal is past ordering, then it says why, and the next that can be ordered is one tap away', async () => {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  show(<CanteenMenu />, { canteen: longbai, date: today, sitting: 'breakfast' })
  await see(/停止预订|已经结束/)
  expect(screen.queryByText('去订餐')).toBeNull()
  expect(screen.queryByText('先选菜')).toBeNull()
  await press(/^看.+早餐，.+前可订 ›$/)
  await see('先选菜')
})

test('when somebody who has not signed in wants to order, then the way to sign in is shown, and the choice is kept', async () => {
  await signOut()
  const menu = await openMenu(aibo, 3)
  show(<CanteenMenu />, paramsOf(aibo, menu))
  await press('加一份长者午餐套餐')
  await press('去订餐')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  await see('1 份，优惠下一步算')
})

test('when the network is away, then the page says so with 重试', async () => {
  phone.setNetwork('off')
  show(<CanteenMenu />, { canteen: 'CAN-NONE' })
  await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
  await see('重试')
})
