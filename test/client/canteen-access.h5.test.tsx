import { fireEvent, screen, waitFor } from '@testing-library/react'
import { baskets } from '@/pages/canteen/baskets-store'
import CanteenFamily from '@/pages/canteen/family'
import CanteenHome from '@/pages/canteen/home'
import CanteenMeal from '@/pages/canteen/meal'
import CanteenMenu from '@/pages/canteen/menu'
import CanteenNutrition from '@/pages/canteen/nutrition'
import CanteenOrder from '@/pages/canteen/order'
import CanteenOrders from '@/pages/canteen/orders'
import Home from '@/pages/home'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { aibo, bookMeal, openMenu, paramsOf, setLunch } from '../helpers/client/canteen-guest'
import { press, see, show, signInAs, target } from '../helpers/client/screen'

beforeAll(() => signInAs('outsider'))

describe.each([false, true])('when 长辈版 is %s', (elder) => {
  beforeEach(() => session.setElder(elder))
  afterAll(() => session.setElder(false))

  test('when home and the canteen are read out with a meal to come, then everything has its name', async () => {
    await bookMeal(aibo, await openMenu(aibo, 4))
    const home = show(<Home />)
    await see('取餐号')
    expect(await accessFaults(home.container)).toEqual([])
    home.unmount()
    const { container } = show(<CanteenHome />)
    await see(/^今年已供餐/)
    await press('换食堂')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when the menu is read out, with a dish open and the wishes, then everything has its name', async () => {
    const { container } = show(<CanteenMenu />, paramsOf(aibo, await openMenu(aibo, 4)))
    await press('长者午餐套餐，看营养')
    await press('加一份长者午餐套餐')
    await press('设忌口')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when an order and a meal are read out, then everything has its name', async () => {
    const menu = await openMenu(aibo, 4)
    baskets.put({ canteenId: aibo, date: menu.date, sitting: menu.sitting }, { [setLunch]: 1 })
    const order = show(<CanteenOrder />, paramsOf(aibo, menu))
    await see('确认订餐')
    await press('多订几天一样的')
    expect(await accessFaults(order.container)).toEqual([])
    order.unmount()
    const { id } = await bookMeal(aibo, menu)
    const { container } = show(<CanteenMeal />, { id, fresh: '1' })
    await waitFor(() => expect(screen.queryByLabelText('取餐二维码')).not.toBeNull())
    await press('取消订餐')
    expect(await accessFaults(container)).toEqual([])
  })

  test('when orders, family and nutrition are read out, then everything has its name', async () => {
    const orders = show(<CanteenOrders />)
    await waitFor(() => expect(screen.queryAllByText('已订好').length).toBeGreaterThan(0))
    expect(await accessFaults(orders.container)).toEqual([])
    orders.unmount()
    const family = show(<CanteenFamily />)
    await press('出示六位数字')
    await press('其他')
    expect(await accessFaults(family.container)).toEqual([])
    family.unmount()
    const { container } = show(<CanteenNutrition />)
    await see(/^这一周没有/)
    expect(await accessFaults(container)).toEqual([])
  })
})

test('when there is only a keyboard, then a dish can be chosen with it', async () => {
  show(<CanteenMenu />, paramsOf(aibo, await openMenu(aibo, 3)))
  fireEvent.keyDown(await target('加一份米饭'), { key: 'Enter' })
  await see('去订餐')
})
