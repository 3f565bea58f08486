import { screen, waitFor } from '@testing-library/react'
import CanteenFamily from '@/pages/canteen/family'
import CanteenNutrition from '@/pages/canteen/nutrition'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

test('when the daughter opens it, then her mother stands there as she calls her, with her discount', async () => {
  await signInAs('daughter')
  show(<CanteenFamily />)
  await see('妈妈（王阿姨）')
  await see('80 岁以上 85 折')
  await see('还没有人能替您订餐。')
})

test('when six digits and a name are given, then somebody is added; ending is asked once more in place', async () => {
  const neighbour = await somebodyElse('neighbour')
  const { code } = await neighbour.call('POST /me/consent-codes')
  await signInAsNewcomer()
  show(<CanteenFamily />)
  await press('加上')
  await see('请输入家人手机上的六位数字。')
  await see('请选怎么称呼。')
  await fill('六位数字', code)
  await press('其他')
  await fill('怎么称呼', '孙伯母')
  await press('加上')
  await see(/^加好了，现在可以给孙伯母（孙阿姨）订餐。$/)
  await press('不再代订：孙伯母（孙阿姨）')
  await see('以后不能再替孙伯母（孙阿姨）订餐了，确定吗？')
  await press('留着')
  await press('不再代订：孙伯母（孙阿姨）')
  await press('确定')
  await waitFor(() => expect(screen.queryByText('孙伯母（孙阿姨）')).toBeNull())
})

test('when the digits are wrong, then the server’s words say so', async () => {
  await signInAsNewcomer()
  show(<CanteenFamily />)
  await fill('六位数字', '000000')
  await press('妈妈')
  await press('加上')
  await waitFor(() => expect(document.querySelector('.field-error')?.textContent).toBeTruthy())
  expect(screen.queryByText(/^加好了/)).toBeNull()
})

test('when I show my six digits and somebody types them, then the page says who may book for me now', async () => {
  await signInAsNewcomer()
  show(<CanteenFamily />)
  await press('出示六位数字')
  await see(/^\d+:\d\d 内有效，只能用一次$/)
  const digits = document.querySelector('.family-code .code-digits')?.textContent?.replace(/\D/g, '') ?? ''
  expect(digits).toMatch(/^\d{6}$/)
  const secretary = await somebodyElse('secretary')
  await secretary.call('POST /me/family', { body: { code: digits, label: '老邻居' }, key: `add-${digits}` })
  await waitFor(() => expect(screen.getByText('陈书记现在可以替您订餐了。')).toBeVisible(), { timeout: 12_000 })
  expect(screen.queryByText(/内有效/)).toBeNull()
  await press('不再代订：陈书记')
  await press('确定')
  await see('还没有人能替您订餐。')
}, 30_000)

test('when somebody never ate here, then the week of nutrition says how it would come', async () => {
  await signInAsNewcomer()
  show(<CanteenNutrition />)
  await see('这一周没有在食堂吃过')
})

test('when nobody is signed in, then the way to sign in is shown', async () => {
  await signOut()
  show(<CanteenFamily />)
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})
