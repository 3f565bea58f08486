import { screen } from '@testing-library/react'
import { unsent } from '@/lib/unsent'
import Home from '@/pages/home/index'
import Mine from '@/pages/mine/index'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { nextScreen, press, see, show, signInAs, signOut } from '../helpers/client/screen'

afterEach(() => session.setElder(false))

test('when nobody has signed in, then home offers to, and a tile leads there first', async () => {
  await signOut()
  show(<Home />)
  await see('您好，先登录一下')
  await press(/随手报/)
  expect(await nextScreen()).toContain('/pages/account/sign-in/index')
})

test('when 王阿姨 opens home, then it shows where she lives and the tile leads to the categories', async () => {
  await signInAs('resident')
  const { container } = show(<Home />)
  await see('爱博四村 · 新虹街道')
  await see('小区正在处理')
  expect(await accessFaults(container)).toEqual([])
  await press(/随手报/)
  expect(await nextScreen()).toContain('/pages/report/choose/index')
})

test('when a report of hers waits on the phone since the app was killed, then home leads to where it goes out', async () => {
  await signInAs('resident')
  unsent.set({ [session.person?.id ?? '']: 1 })
  show(<Home />)
  await press(/1 件上报还没发出去/)
  expect(await nextScreen()).toContain('/pages/report/choose/index')
  unsent.set({})
})

test('when 张敏 opens home, then what waits for her is one tap away; a resident has no such tile', async () => {
  await signInAs('grid_worker')
  const { unmount } = show(<Home />)
  await see(/待处置 \d+ · 超时 \d+/)
  await press(/^待办/)
  expect(await nextScreen()).toContain('/pages/report/worklist/index')
  unmount()
  await signInAs('resident')
  show(<Home />)
  await see('小区正在处理')
  expect(screen.queryByText('待办')).toBeNull()
})

test('when 长辈版 is chosen on home, then there are a few big buttons, and one of them leads back', async () => {
  await signInAs('daughter')
  const { container } = show(<Home />)
  await press('长辈版')
  await see('有事上报')
  expect(container.querySelectorAll('.big').length).toBeLessThanOrEqual(4)
  expect(container.firstElementChild).toHaveClass('page-elder')
  expect(await accessFaults(container)).toEqual([])
  await press('长辈版')
  await see('小区正在处理')
})

test('when 我的 is opened, then it tells who one is and what for, and signing out asks once more', async () => {
  await signInAs('grid_worker')
  const { container } = show(<Mine />)
  await see('张敏')
  await see(/网格员 · /)
  expect(await accessFaults(container)).toEqual([])
  await press('退出登录')
  await press('不退了')
  await press('退出登录')
  await press('退出登录')
  await see('还没有登录')
})
