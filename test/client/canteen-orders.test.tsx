import { screen, waitFor, within } from '@testing-library/react'
import { call } from '@/lib/request'
import CanteenOrders from '@/pages/canteen/orders'
import { bookMeal, longbai, openMenu } from '../helpers/client/canteen-guest'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAsNewcomer, signOut } from '../helpers/client/screen'

const cards = () => [...document.querySelectorAll<HTMLElement>('.order-card')]

test('when nothing was ever ordered, then the page says what to do', async () => {
  await signInAsNewcomer()
  show(<CanteenOrders />)
  await see('还没有订过餐')
  await press('去订餐')
  expect(await nextScreen()).toBe('/pages/canteen/home/index')
})

test('when meals were booked and cancelled, then each stands with its state in words, opens by a tap, and can be had again', async () => {
  await signInAsNewcomer()
  const [kept, dropped] = [await bookMeal(longbai, await openMenu(longbai, 1)), await bookMeal(longbai, await openMenu(longbai))]
  await call('POST /orders/:id/cancel', { params: { id: dropped.id }, key: `cancel-${dropped.id}` })
  show(<CanteenOrders />)
  await see('已订好')
  const [first, second] = cards().map((card) => within(card))
  expect(first?.getByText(kept.number)).toBeVisible()
  expect(second?.getByText('已取消')).toBeVisible()
  expect(second?.queryByText('取餐号')).toBeNull()
  await press(/看详情$/)
  expect(await nextScreen()).toBe(`/pages/canteen/meal/index?id=${kept.id}`)
  await press(/^再来一份/)
  expect(await nextScreen()).toBe(`/pages/canteen/order/index?like=${kept.id}`)
})

test('when there are more than a page, then the rest comes at the end', async () => {
  await signInAsNewcomer()
  const [lunch, dinner] = [await openMenu(longbai, 2), await openMenu(longbai, 2, 'dinner')]
  for (let index = 0; index < 12; index += 1) {
    await bookMeal(longbai, lunch)
    await bookMeal(longbai, dinner, { items: [{ dishId: 'D028', quantity: 1 }] })
  }
  show(<CanteenOrders />)
  await waitFor(() => expect(cards()).toHaveLength(20))
  phone.happen('reachBottom')
  await waitFor(() => expect(cards()).toHaveLength(24))
  await see('就这些了')
})

test('when the network goes, then the list stays with the reason above it', async () => {
  await signInAsNewcomer()
  await bookMeal(longbai, await openMenu(longbai, 3))
  show(<CanteenOrders />)
  await see('已订好')
  phone.setNetwork('off')
  phone.happen('pullDown')
  await waitFor(() => expect(screen.getByText('网络连不上，请检查网络后再试。')).toBeVisible(), { timeout: 9000 })
  expect(screen.getByText('已订好')).toBeVisible()
}, 20_000)

test('when nobody is signed in, then the way to sign in is shown', async () => {
  await signOut()
  show(<CanteenOrders />)
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})
