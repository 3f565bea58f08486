import { screen, waitFor } from '@testing-library/react'
import StudyShare from '@/pages/study/share'
import { goToMorningTown, townTimeout } from '../helpers/client/canteen-town'
import { readDrawn } from '../helpers/client/paper'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'
import { checkInAt, openPlace, type Place } from '../helpers/client/study-place'

const longName = '虹桥国际中央商务区新时代文明实践分中心共享空间学习角（东）一号点'
let corner: Place
beforeAll(async () => {
  corner = await openPlace(longName)
})

async function openShare(): Promise<void> {
  await signInAsNewcomer()
  await checkInAt(corner)
  show(<StudyShare />)
  await see('存到相册')
}
const drawn = () => readDrawn(phone.saved[0])

test('when nobody has been anywhere, then there is nothing to draw, and the page says what to do', async () => {
  await signInAsNewcomer()
  show(<StudyShare />)
  await see('还没有可以分享的足迹')
  await press('去看看附近的学习点')
  expect(await nextScreen()).toBe('/pages/study/home/index')
})

test('when somebody has, then the picture has place, days, streak, points, name and the mini-program’s code, and goes into the album', async () => {
  await openShare()
  expect(screen.getByLabelText(/^分享图，新邻居，.+本月打卡 1 天，连续打卡 1 天，积分 2 分$/)).toBeVisible()
  await press('存到相册')
  await see('存到相册了')
  const { words, pictures, squares } = drawn()
  expect(words.join('')).toContain(longName)
  expect(words).toEqual(expect.arrayContaining(['本月打卡', '连续打卡', '积分', '1', '2', '新邻居', '微信扫一扫，一起打卡']))
  expect(pictures).toEqual([expect.stringMatching(/^data:image\/jpeg;base64,/)])
  expect(squares).toBeLessThan(10)
})

test('when the album is refused, then it says how to allow it; when one steps back, then nothing is said', async () => {
  await openShare()
  phone.album = false
  await press('存到相册')
  await see(/^还没有允许存到相册/)
  await press('去设置')
  expect(phone.asked.map(({ name }) => name)).toContain('openSetting')
  phone.album = null
  await press('存到相册')
  await waitFor(() => expect(screen.queryByText(/^还没有允许存到相册/)).toBeNull())
  expect(phone.saved).toHaveLength(0)
  phone.album = true
  await press('存到相册')
  await see('存到相册了')
})

test('when WeChat still has to ask for the consent, then it is asked with what is saved, before anything is', async () => {
  await openShare()
  phone.privacyOpen = true
  await press('存到相册')
  await see('把图片存进您的相册')
  expect(phone.saved).toHaveLength(0)
  await press('同意并继续')
  await see('存到相册了')
})

test('when nothing can be loaded, then the page says so and offers to try again', async () => {
  await signInAsNewcomer()
  await checkInAt(corner)
  phone.setNetwork('off')
  show(<StudyShare />)
  await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
  phone.setNetwork('on')
  await press('重试')
  await see('存到相册')
}, 20_000)

test('when nobody is signed in, then the way to sign in is shown', async () => {
  await signOut()
  show(<StudyShare />)
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})

test(
  'when the town has no WeChat, then the picture has a code of the app’s address instead',
  async () => {
    const leave = await goToMorningTown()
    await signInAs('party_member')
    show(<StudyShare />)
    await press('存到相册')
    await see('存到相册了')
    const { words, pictures, squares } = drawn()
    expect(words).toEqual(expect.arrayContaining(['李强', '共享空间学习角(东)', '扫一扫，一起打卡']))
    expect(pictures).toEqual([expect.stringContaining('/api/v1/photos/')])
    expect(squares).toBeGreaterThan(200)
    await leave()
  },
  townTimeout,
)
