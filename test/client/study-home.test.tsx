import { screen, waitFor } from '@testing-library/react'
import Home from '@/pages/home'
import { here } from '@/pages/study/here-store'
import StudyHome from '@/pages/study/home'
import StudyMap from '@/pages/study/map'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAs, signOut } from '../helpers/client/screen'

afterEach(() => {
  session.setElder(false)
  here.forget()
})

const atTheCorner = { longitude: 121.3655, latitude: 31.1699, accuracy: 20 }
const names = () => screen.getAllByRole('link', { name: /(开放中|没开放)/ })

test('when a guest opens the service from home, then sites can be looked at, and what is one’s own leads to sign in', async () => {
  await signOut()
  show(<Home />)
  await press(/^学习打卡/)
  expect(await nextScreen()).toBe('/pages/study/home/index')
  show(<StudyHome />)
  expect((await screen.findAllByText(/^(开放中|没开放)$/)).length).toBeGreaterThan(2)
  await see('走近红色点位，每天学一点')
  await press(/^我的足迹/)
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  await press(/^红色邮筒.*写寄语/)
  expect(await nextScreen()).toBe('/pages/study/mailbox/index')
  await press('扫码打卡')
  expect(await nextScreen()).toBe('/pages/study/check-in/index')
})

test('when the phone may say where it is, then the nearest comes first, with metres and minutes', async () => {
  await signInAs('resident')
  phone.place = atTheCorner
  phone.privacyOpen = true
  show(<StudyHome />)
  await press('按我的位置找最近的')
  await press('同意并继续')
  await waitFor(() => expect(names()[0]).toHaveTextContent(/^共享空间学习角\(东\)/))
  expect(names()[0]).toHaveTextContent(/\d+ 米，步行 1 分钟/)
  await press('不用位置')
  await waitFor(() => expect(names()[0]).toHaveTextContent(/^爱博四村/))
})

test('when the phone does not say where it is, then that is told and the list of the town stays', async () => {
  await signInAs('resident')
  show(<StudyHome />)
  await press('按我的位置找最近的')
  await see('没拿到位置，请在手机设置里允许使用位置。')
  await see(/^爱博四村新时代文明实践站/)
})

test('when no site is of the kind, then the page says so and leads back to all', async () => {
  await signInAs('resident')
  show(<StudyHome />)
  await see(/^爱博四村新时代文明实践站/)
  await press('类别：全部')
  await press('益空间')
  await see('没有这样的学习点')
  await press('看全部')
  await see(/^爱博四村新时代文明实践站/)
})

test('when the network is away, then the page says so with 重试, and what is there comes after it', async () => {
  await signOut()
  phone.setNetwork('off')
  show(<StudyHome />)
  await see('没有加载出来')
  phone.setNetwork('on')
  await press('重试')
  expect((await screen.findAllByText(/^(开放中|没开放)$/)).length).toBeGreaterThan(2)
})

test('when 李强 opens it, then his streak and the days of the week are there', async () => {
  await signInAs('party_member')
  show(<StudyHome />)
  const streak = (await see('连续打卡')).parentElement
  expect(streak).toHaveTextContent(/^连续打卡\d+天$/)
  expect(document.querySelectorAll('.streak-day')).toHaveLength(7)
  await press(/^连续打卡/)
  expect(await nextScreen()).toBe('/pages/study/path/index')
})

test('when a route is unfolded, then each stop says whether one has been there, and leads to it', async () => {
  await signInAs('site_host')
  show(<StudyHome />)
  await see(/^走了 \d 站，共 3 站$/)
  await press('看红色路线的各站')
  await press(/^1\. 虹桥历史陈列馆/)
  expect(await nextScreen()).toBe('/pages/study/site/index?id=RED-001')
})

test('when those who serve open it, then the pages of their work are one tap away, and not for others', async () => {
  const entries = async () => {
    const page = show(<StudyHome />)
    await see('我的足迹')
    const shown = ['现场码', '学习点维护', '我的支部', '待核实'].filter((name) => screen.queryByText(name))
    page.unmount()
    return shown
  }
  await signInAs('site_host')
  expect(await entries()).toEqual(['现场码', '学习点维护', '待核实'])
  await signInAs('secretary')
  expect(await entries()).toEqual(['我的支部', '待核实'])
  await signInAs('neighbour')
  expect(await entries()).toEqual([])
})

test('when all sites are opened for a kind, then only those are listed, to the end', async () => {
  await signOut()
  show(<StudyMap />, { kind: 'practice_station' })
  await waitFor(() => expect(names().length).toBeGreaterThanOrEqual(2))
  expect(names().every((card) => card.textContent?.includes('文明实践站'))).toBe(true)
  await see('就这些了')
})

test('when only what is open is wanted, then nothing closed is listed', async () => {
  await signOut()
  show(<StudyMap />)
  await waitFor(() => expect(names().length).toBeGreaterThan(0))
  await press('只看开放的')
  await waitFor(() => expect(screen.queryByText('没开放')).toBeNull())
  await waitFor(() => expect(names().length).toBeGreaterThan(0))
  expect(names().every((card) => card.textContent?.includes('开放中'))).toBe(true)
})
