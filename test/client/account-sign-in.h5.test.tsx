import { screen } from '@testing-library/react'
import SignIn from '@/pages/account/sign-in/index'
import { session } from '@/session/session'
import { answer, standBehindGateway } from '../helpers/client/gateway'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signOut, target } from '../helpers/client/screen'

beforeEach(signOut)

test('when the demo runs in a browser, then each of its people is a card with their duty', async () => {
  show(<SignIn />)
  await see('爱博四村居民，上报的人')
  for (const nickname of ['王阿姨', '张敏', '周师傅', '赵主任', '何先生']) expect(screen.getByText(nickname)).toBeVisible()
  expect(screen.queryByText('微信一键登录')).toBeNull()
})

test('when a card is tapped, then its person is signed in with that one tap', async () => {
  show(<SignIn />)
  await press(/^王小雯/)
  await nextScreen()
  expect(session.person?.nickname).toBe('王小雯')
})

test('when one person is signed in, then their card says so and another can take over', async () => {
  await session.signInDemo('resident')
  show(<SignIn />)
  await see('当前')
  await press(/^孙阿姨/)
  await nextScreen()
  expect(session.person?.nickname).toBe('孙阿姨')
})

test('when there is no demo, then a browser is kindly sent to WeChat', async () => {
  const leave = await standBehindGateway([answer(404, JSON.stringify({ code: 'demo-off', detail: '这里没有开放体验账号。' }))])
  show(<SignIn />)
  await see('请在微信里打开')
  await leave()
})

test('when the people cannot be loaded, then it says why and can be tried again', async () => {
  phone.setNetwork('off')
  show(<SignIn />)
  await see('网络连不上，请检查网络后再试。')
  phone.setNetwork('on')
  await press('重试')
  await see('王阿姨')
})

test('when signing in fails, then it says so on the card that was tapped', async () => {
  show(<SignIn />)
  await see('王阿姨')
  phone.setNetwork('off')
  await press(/^王阿姨/)
  await see('网络连不上，请检查网络后再试。')
  expect(await target(/^王阿姨/)).toHaveTextContent(/王阿姨.*网络连不上，请检查网络后再试。/)
  expect(session.status).toBe('guest')
})
