import { screen } from '@testing-library/react'
import About from '@/pages/account/about/index'
import Privacy from '@/pages/account/privacy/index'
import { version } from '../../package.json'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show } from '../helpers/client/screen'

test('when somebody asks what this is, then they read the promise, the sources and the version', async () => {
  show(<About />)
  for (const words of ['1 秒看到', '1 小时处理', '7 天办结', '数据从哪里来', version]) expect(screen.getByText(words)).toBeVisible()
  await press('隐私保护')
  expect(await nextScreen()).toBe('/pages/account/privacy/index')
  await press('打 12345 市民服务热线')
  expect(phone.asked).toEqual([{ name: 'makePhoneCall', phoneNumber: '12345' }])
})

test('when somebody reads the guide, then everything the app collects is named', () => {
  show(<Privacy />)
  for (const thing of [/openid/, '昵称、头像', '手机号', /^住址（/, '位置', '照片']) expect(screen.getByText(thing)).toBeVisible()
  for (const title of ['怎么保护', '谁能看到', '怎么撤回、改正、删除']) expect(screen.getByText(title)).toBeVisible()
})

test('when it runs in WeChat, then WeChat’s own contract and settings are one tap away', async () => {
  show(<Privacy />)
  await press(/《用户隐私保护指引》/)
  await press(/撤回同意/)
  expect(phone.asked.map(({ name }) => name)).toEqual(['openPrivacyContract', 'openSetting'])
})

test('when WeChat still has to ask, then the guide says so', async () => {
  phone.privacyOpen = true
  show(<Privacy />)
  await see('还没有同意使用。第一次用到时会先问您。')
})
