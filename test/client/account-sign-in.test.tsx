import { screen } from '@testing-library/react'
import SignIn from '@/pages/account/sign-in/index'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signOut } from '../helpers/client/screen'

beforeEach(signOut)

test('when a newcomer taps once in WeChat, then they are signed in and back where they were', async () => {
  show(<SignIn />)
  await press('微信一键登录')
  expect(await nextScreen()).toBe('1')
  expect(session).toMatchObject({ status: 'signed-in', person: { nickname: '新邻居' } })
})

test('when the app was opened on this very page, then it goes home afterwards', async () => {
  phone.pagesBelow = 0
  show(<SignIn />)
  await press('微信一键登录')
  expect(await nextScreen()).toBe('/pages/home/index')
})

test('when the button is tapped twice, then it signs in once', async () => {
  show(<SignIn />)
  const letGo = phone.hold()
  await press('微信一键登录')
  await see('正在登录…')
  await press('正在登录…')
  letGo()
  await nextScreen()
  expect(phone.sent.filter((sent) => sent === 'POST /sessions')).toHaveLength(1)
})

test('when there is no network, then it says so in place and a second tap succeeds', async () => {
  phone.setNetwork('off')
  show(<SignIn />)
  await press('微信一键登录')
  await see('出了点问题，请再试一次。')
  phone.setNetwork('on')
  await press('微信一键登录')
  await nextScreen()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('when somebody wants to know what they agree to, then the guide is one tap away', async () => {
  show(<SignIn />)
  await press(/《隐私保护指引》/)
  expect(await nextScreen()).toBe('/pages/account/privacy/index')
})
