import { screen, waitFor } from '@testing-library/react'
import App from '@/app'
import { unsent } from '@/lib/unsent'
import Home from '@/pages/home/index'
import Mine from '@/pages/mine/index'
import { session } from '@/session/session'
import { accessFaults } from '../helpers/client/access'
import { phone } from '../helpers/client/phone'
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
  unsent.set('report', { [session.person?.id ?? '']: 1 })
  show(<Home />)
  await press(/1 件上报还没发出去/)
  expect(await nextScreen()).toContain('/pages/report/choose/index')
  unsent.set('report', {})
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

test.each([false, true])(
  'when home (长辈版: %j) does not know yet what comes next, then its room is kept; when it fails, then it can be tried again',
  async (elder) => {
    await signInAs('neighbour')
    session.setElder(elder)
    await waitFor(() => expect(phone.sent).toContain('PATCH /me'))
    const goOn = phone.hold()
    show(<Home />)
    await waitFor(() => expect(document.querySelector('.next .skeleton-line')).toBeVisible())
    phone.setNetwork('off')
    goOn()
    expect(await screen.findAllByText('网络连不上，请检查网络后再试。')).not.toHaveLength(0)
    phone.setNetwork('on')
    await press('重试')
    await waitFor(() => expect(screen.queryByText('网络连不上，请检查网络后再试。') ?? document.querySelector('.skeleton-line')).toBeNull())
  },
)

test('when the code of a page does not arrive, then the page that is shown says so and can try again', async () => {
  await signInAs('resident')
  show(<Home />)
  window.location.hash = '#/pages/report/choose/index'
  window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('Loading CSS chunk 7 failed.') }))
  await see('这一页没有打开，请检查网络。')
  expect(window.location.hash).toBe('')
  await press('重试')
  expect(await nextScreen()).toBe('/pages/report/choose/index')
  expect(screen.queryByText('这一页没有打开，请检查网络。')).toBeNull()
})

test('when 长辈版 is on, then what lies outside the pages knows it too, and 我的 is a button', async () => {
  await signInAs('resident')
  session.setElder(true)
  show(<App>{null}</App>)
  await waitFor(() => expect(document.body).toHaveClass('elder'))
  show(<Home />)
  await press('我的')
  expect(phone.steps).toContainEqual({ how: 'switchTab', url: '/pages/mine/index' })
  session.setElder(false)
  await waitFor(() => expect(document.body).not.toHaveClass('elder'))
})
