import { screen, waitFor, within } from '@testing-library/react'
import { call } from '@/lib/request'
import StudyPath from '@/pages/study/path'
import { monthAfter, weeksOf } from '@/pages/study/path/calendar'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAsNewcomer, signOut } from '../helpers/client/screen'
import { checkInAt, decideOn, openPlace, type Place } from '../helpers/client/study-place'

const longName = '虹桥国际中央商务区新时代文明实践分中心共享空间学习角（东）一号点'
let corner: Place
beforeAll(async () => {
  corner = await openPlace(longName)
})

const cards = () => [...document.querySelectorAll<HTMLElement>('.check-in-card')]
const daysOn = () => [...document.querySelectorAll('.month-day-on')].map(({ textContent }) => textContent)
const today = () => String(new Date(Date.now() + 8 * 3_600_000).getUTCDate())

describe('the calendar', () => {
  test('when a month begins on any weekday and has 28, 30 or 31 days, then its weeks begin on Monday and hold each day once', () => {
    expect(weeksOf('2027-02')).toHaveLength(4)
    expect(weeksOf('2026-11')).toHaveLength(6)
    expect(weeksOf('2026-11')[0]).toEqual([null, null, null, null, null, null, '2026-11-01'])
    expect(weeksOf('2026-12').flat().filter(Boolean)).toHaveLength(31)
    expect(weeksOf('2028-02').flat().filter(Boolean).at(-1)).toBe('2028-02-29')
  })

  test('when one goes on over the end of a year, then the year goes with it', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2027-01', -1)]).toEqual(['2027-01', '2026-12'])
  })
})

test('when nobody has checked in yet, then the page says what to do, and each list is empty in words', async () => {
  await signInAsNewcomer()
  show(<StudyPath />)
  await see('本月还没有打卡')
  expect(screen.queryByText('做一张分享图')).toBeNull()
  await press('去看看附近的学习点')
  expect(await nextScreen()).toBe('/pages/study/home/index')
  await press('打卡')
  await see('还没有打过卡')
  await press('积分')
  await see('还没有积分')
})

test('when somebody has checked in, then streak, day, badge, place and points are there, and where they came from', async () => {
  await signInAsNewcomer()
  await checkInAt(corner, { minutes: 25 })
  show(<StudyPath />)
  await see('本月打卡 1 天')
  expect(daysOn()).toEqual([today()])
  expect(screen.getByText('最长 1 天')).toBeVisible()
  expect(screen.getByText('今天得到')).toBeVisible()
  await see('得了 1 枚，共 2 枚')
  expect(screen.getByText('去过 1 次 · 最近一次今天')).toBeVisible()
  await press(new RegExp(`^${longName}`))
  expect(await nextScreen()).toBe(`/pages/study/site/index?id=${corner.id}`)
  await press('做一张分享图')
  expect(await nextScreen()).toBe('/pages/study/share/index')
  await press('积分')
  await see(`${longName}打卡`)
  const { items, total } = await call('GET /study/points')
  for (const { why } of items) expect(screen.getByText(why)).toBeVisible()
  expect(document.querySelector('.number')).toHaveTextContent(`${total}分`)
  expect(document.querySelectorAll('.path-points')).toHaveLength(items.length)
})

test('when a check-in waits, then it says why and that nothing is to be done; when it was looked at, then what came of it', async () => {
  await signInAsNewcomer()
  const { id } = await checkInAt(corner, { far: true })
  show(<StudyPath />)
  await press('有 1 次打卡待核实，看看为什么')
  await see('待核实')
  await see(/^手机定位离学习点约 5\.0 公里/)
  await see(/^打卡已经记下了，您不用再做什么/)
  await decideOn(id, false, '照片不在现场')
  phone.happen('pullDown')
  await see('没有算数')
  await see('核实过了，这次不算。下次到现场再打一次就行。')
  expect(screen.getByText('留言：照片不在现场')).toBeVisible()
  const again = await checkInAt(corner, { far: true })
  await decideOn(again.id, true, '见到您了')
  phone.happen('pullDown')
  await see('核实过了，算数。')
  expect(within(cards()[0] as HTMLElement).getByText('已算数')).toBeVisible()
})

test('when a letter opens the page at the check-ins, then they are there at once', async () => {
  await signInAsNewcomer()
  await checkInAt(corner)
  show(<StudyPath />, { tab: 'check-ins' })
  await see('已算数')
  expect(cards()).toHaveLength(1)
})

test('when there are more check-ins than a page, then the rest comes at the end', async () => {
  await signInAsNewcomer()
  for (let count = 0; count < 22; count += 1) await checkInAt(await openPlace(`学习点 ${count}`))
  show(<StudyPath />, { tab: 'check-ins' })
  await waitFor(() => expect(cards()).toHaveLength(20))
  phone.happen('reachBottom')
  await waitFor(() => expect(cards()).toHaveLength(22))
  await see('就这些了')
  await press('足迹')
  await press('看全部 22 处')
  expect(document.querySelectorAll('.places-number')).toHaveLength(22)
})

test('when months are turned, then each has its days; without a network it says so, and the rest stays', async () => {
  await signInAsNewcomer()
  await checkInAt(corner)
  show(<StudyPath />)
  await see('本月打卡 1 天')
  expect(screen.queryByLabelText('下个月')).toBeNull()
  await press('上个月')
  await see('这个月没有打卡')
  expect(daysOn()).toEqual([])
  phone.setNetwork('off')
  await press('上个月')
  await see('正在加载…')
  await waitFor(() => expect(screen.getByText('这个月没有加载出来')).toBeVisible(), { timeout: 9000 })
  expect(screen.getByText('最长 1 天')).toBeVisible()
  phone.setNetwork('on')
  await press('下个月')
  await press('下个月')
  await see('本月打卡 1 天')
}, 30_000)

test('when somebody lets boards write their name, then it is kept, and can be taken back; without a network it says so', async () => {
  await signInAsNewcomer()
  show(<StudyPath />)
  expect(await screen.findByText('不写')).toBeVisible()
  await press('榜单上写我的昵称')
  await see('✓ 写')
  expect((await call('GET /me')).nameOnBoards).toBe(true)
  await press('榜单上写我的昵称')
  await see('不写')
  expect(session.person?.nameOnBoards).toBe(false)
  phone.setNetwork('off')
  await press('榜单上写我的昵称')
  await see('网络连不上，请检查网络后再试。')
  expect(screen.getByText('不写')).toBeVisible()
})

test('when nothing can be loaded, then the page says so and offers to try again', async () => {
  await signInAsNewcomer()
  phone.setNetwork('off')
  show(<StudyPath />)
  await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
  phone.setNetwork('on')
  await press('重试')
  await see('本月还没有打卡')
}, 20_000)

test('when nobody is signed in, then the way to sign in is shown', async () => {
  await signOut()
  show(<StudyPath />)
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})
