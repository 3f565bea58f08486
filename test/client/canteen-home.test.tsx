import { screen, waitFor } from '@testing-library/react'
import { recallMeal } from '@/lib/meal'
import CanteenHome from '@/pages/canteen/home'
import Home from '@/pages/home'
import { session } from '@/session/session'
import { aibo, bookMeal, longbai, openMenu, openMenus } from '../helpers/client/canteen-guest'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'

afterEach(() => session.setElder(false))

/** Goes to one of the canteens in the list. */
async function goTo(name: string | RegExp) {
  await press('换食堂')
  await press(name)
  await waitFor(() => expect(screen.queryByText('收起')).toBeNull())
}

test('when a guest opens the service from home, then what is left today can be read without signing in', async () => {
  await signOut()
  show(<Home />)
  await press(/^智慧食堂/)
  expect(await nextScreen()).toBe('/pages/canteen/home/index')
  show(<CanteenHome />)
  expect((await screen.findAllByText(/^剩 \d+ 份$/)).length).toBeGreaterThan(2)
  await see(/^今年已供餐/)
  expect(screen.queryByText('取餐号')).toBeNull()
  await press(/^我的订单/)
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})

test('when somebody opens it first, then it is the canteen of their town; 王阿姨’s is the one where she ate last', async () => {
  await signInAs('neighbour')
  const home = show(<CanteenHome />)
  await see('爱博社区食堂')
  home.unmount()
  await signInAs('resident')
  show(<CanteenHome />)
  await see('古北社区食堂')
  await see(/^照上次订.+午餐/)
})

test('when somebody never had a meal, then the big button of 长辈版 leads to the menu of the next lunch', async () => {
  await signInAsNewcomer()
  session.setElder(true)
  show(<CanteenHome />)
  await goTo(/^爱博社区食堂/)
  const { date } = await openMenu(aibo)
  await press(/^订.+午餐/)
  expect(await nextScreen()).toBe(`/pages/canteen/menu/index?canteen=${aibo}&date=${date}&sitting=lunch`)
})

test('when a meal is booked, then its digits stand on both homes, and one tap books the next like it', async () => {
  await signInAsNewcomer()
  const [first, second] = await openMenus(aibo)
  if (!first || !second) throw new Error('two lunches are needed')
  const { id, number } = await bookMeal(aibo, first)
  session.setElder(true)
  const home = show(<Home />)
  await see(number)
  await press(new RegExp(`取餐号 ${[...number].join(' ')}$`))
  expect(await nextScreen()).toBe(`/pages/canteen/meal/index?id=${id}`)
  home.unmount()
  show(<CanteenHome />)
  await goTo(/^爱博社区食堂/)
  await see(number)
  await press(/^照上次订.+午餐/)
  const eater = session.person?.id
  expect(await nextScreen()).toBe(`/pages/canteen/order/index?canteen=${aibo}&date=${second.date}&sitting=lunch&for=${eater}&again=1`)
})

test('when the network is away, then the digits of the next meal are there all the same', async () => {
  await signInAsNewcomer()
  const { number } = await bookMeal(aibo, await openMenu(aibo))
  const home = show(<Home />)
  await see(number)
  home.unmount()
  expect(recallMeal(session.person?.id, Date.now())?.number).toBe(number)
  phone.setNetwork('off')
  show(<Home />)
  await see(number)
})

test('when another canteen is chosen, then the phone keeps to it; with a position it is the nearest', async () => {
  await signInAsNewcomer()
  const home = show(<CanteenHome />)
  await goTo(/^龙柏社区食堂/)
  home.unmount()
  show(<CanteenHome />)
  await see('龙柏社区食堂')
  expect(JSON.parse(String(phone.storage.get('canteen-chosen')))).toBe(longbai)
  await press('换食堂')
  await press('按我的位置找最近的')
  await see('没拿到位置，请在手机设置里允许使用位置。')
  phone.place = { longitude: 121.395, latitude: 31.186, accuracy: 10 }
  await press('按我的位置找最近的')
  await waitFor(() => expect(screen.getAllByRole('radio')[0]).toHaveTextContent(/^古北社区食堂.*米在看$/))
})

test('when the menus do not come, then the page says so with 重试, and the rest stays', async () => {
  await signInAsNewcomer()
  show(<CanteenHome />)
  await goTo(/^爱博社区食堂/)
  await see('看菜单 ›')
  phone.setNetwork('off')
  phone.happen('pullDown')
  await waitFor(() => expect(screen.getByText('重试')).toBeVisible(), { timeout: 9000 })
  expect(screen.getByText('看菜单 ›')).toBeVisible()
  phone.setNetwork('on')
  await press('重试')
  await waitFor(() => expect(screen.queryByText('重试')).toBeNull())
})

test('when 陈师傅 opens home, then the counter is one tap away, and not for others', async () => {
  await signInAs('canteen_staff')
  const home = show(<Home />)
  await press(/^食堂柜台/)
  expect(await nextScreen()).toBe('/pages/canteen/counter/index')
  home.unmount()
  await signInAs('neighbour')
  show(<Home />)
  await see('智慧食堂')
  expect(screen.queryByText('食堂柜台')).toBeNull()
})
