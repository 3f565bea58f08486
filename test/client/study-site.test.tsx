import { act, screen, waitFor } from '@testing-library/react'
import { dayAfter } from '@/lib/meal'
import { call } from '@/lib/request'
import { dayOf } from '@/lib/time'
import { here } from '@/pages/study/here-store'
import { lightsWords, openWords } from '@/pages/study/open-words'
import StudySite from '@/pages/study/site'
import { exceptionWords, weekdaysWords } from '@/pages/study/site/hours-words'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'
import { corner, metresFrom, openSite } from '../helpers/client/study'

afterEach(() => here.forget())

test('when a guest opens the corner, then story, hours, lights, routes and ways to check in are there', async () => {
  await signOut()
  show(<StudySite />, { id: corner })
  await see(/东侧学习角/)
  await see('每天')
  await see('10:00–22:00')
  await see(/^(亮灯 18:45–22:00|灯亮着，到 22:00)$/)
  await see('在红色路线上')
  await see('· 扫现场屏幕上的码')
  await see(/^共享空间学习角 · 打卡 \d+ 次$/)
  expect(screen.queryByText('改这个学习点')).toBeNull()
  await press('在地图上看，找路')
  expect(phone.asked).toContainEqual(expect.objectContaining({ name: '共享空间学习角(东)', latitude: 31.1699 }))
  await press('扫码打卡')
  expect(await nextScreen()).toBe('/pages/study/check-in/index')
})

test('when the phone says where it is, then the way there is told', async () => {
  const { site } = await openSite()
  await signInAsNewcomer()
  phone.place = metresFrom(site, 300)
  show(<StudySite />, { id: site.id })
  await press('按我的位置找最近的')
  await see('离您 300 米，步行 6 分钟')
})

test('when there is no such site, then the page says so and leads to the others', async () => {
  await signOut()
  show(<StudySite />, { id: 'STU-999' })
  await see('没有这个学习点')
  await press('看别的学习点')
  expect(await nextScreen()).toBe('/pages/study/home/index')
})

test('when the network is away, then 重试 brings the site', async () => {
  await signOut()
  phone.setNetwork('off')
  show(<StudySite />, { id: corner })
  await see('没有加载出来')
  phone.setNetwork('on')
  await press('重试')
  await see('怎么打卡')
})

test('when a day is unlike the others and the story is spoken, then both are there', async () => {
  const date = dayAfter(dayOf(Date.now()), 2)
  const audioUrl = 'https://audio.example.cn/story.mp3'
  const { site } = await openSite({ audioUrl, exceptions: [{ date, hours: [], note: '布展' }], story: '灯'.repeat(300) })
  await signInAsNewcomer()
  show(<StudySite />, { id: site.id })
  await see(/不开放（布展）$/)
  await press('听讲解')
  expect(phone.asked).toContainEqual({ name: 'playAudio', src: audioUrl })
  await press('停一停')
  expect(phone.asked).toContainEqual({ name: 'pauseAudio' })
  await press('看全文')
  await see('灯'.repeat(300))
})

test('when somebody has checked in here today, then the page says so and when the next counts', async () => {
  const { site, screen: code } = await openSite()
  await signInAsNewcomer()
  await call('POST /check-ins', { body: { code }, key: `test-${Math.random()}` })
  show(<StudySite />, { id: site.id })
  await see(/^今天 \d\d:\d\d 打过卡，已算数；明天 00:00 起可以再打$/)
  await act(signOut)
  await waitFor(() => expect(screen.queryByText(/打过卡/)).toBeNull())
})

test('when somebody has been here this month, then they give stars and a word, and may change them; others see the mean', async () => {
  const { site, screen: code } = await openSite()
  await signInAsNewcomer()
  const before = show(<StudySite />, { id: site.id })
  await see('怎么打卡')
  expect(screen.queryByText('来过的人怎么说')).toBeNull()
  before.unmount()
  await call('POST /check-ins', { body: { code }, key: `test-${Math.random()}` })
  show(<StudySite />, { id: site.id })
  await see('还没有人评价，您来说说。')
  await press('2 星，不满意')
  await press('4 星，满意')
  await fill('评价', '灯很亮')
  await press('提交评价')
  await see('★ 4.0（近一年 1 人次评价）')
  await see('灯很亮')
  await press('改一改')
  await press('5 星，很满意')
  phone.setNetwork('off')
  await press('提交评价')
  await see('网络连不上，请检查网络后再试。')
  phone.setNetwork('on')
  await press('提交评价')
  await see('★ 5.0（近一年 1 人次评价）')
  expect(await screen.findByLabelText('5 星')).toBeVisible()
  await act(signOut)
  await waitFor(() => expect(screen.queryByText('您本月的评价')).toBeNull())
  await see('★ 5.0（近一年 1 人次评价）')
})

test('when 赵主任 opens a mailbox of the town, then the wall, the code and the editor are one tap away', async () => {
  const { site } = await openSite({ kind: 'red_mailbox' })
  await signInAs('admin')
  show(<StudySite />, { id: site.id })
  await press(/^红色邮筒寄语/)
  expect(await nextScreen()).toBe(`/pages/study/mailbox/index?site=${site.id}`)
  await press(/^给来的人扫的码/)
  expect(await nextScreen()).toBe(`/pages/study/host/index?site=${site.id}`)
  await press(/^改这个学习点/)
  expect(await nextScreen()).toBe(`/pages/study/editor/index?site=${site.id}`)
})

describe('how hours are said', () => {
  const evening = Date.parse('2026-11-24T20:00:00+08:00')
  const lights = { opens: '18:45', closes: '22:00' }

  test('when it is open, closed until tomorrow or never, then the words say until when', () => {
    expect(openWords({ openNow: true, changesAt: '2026-11-24T22:00:00+08:00' }, evening)).toBe('开到 22:00')
    expect(openWords({ openNow: false, changesAt: '2026-11-25T10:00:00+08:00' }, evening)).toBe('明天 10:00 开放')
    expect(openWords({ openNow: false, changesAt: '2026-11-24T21:00:00+08:00' }, evening)).toBe('今天 21:00 开放')
    expect(openWords({ openNow: true, changesAt: '2026-11-28T00:00:00+08:00' }, evening)).toBe('全天开放')
    expect(openWords({ openNow: true, changesAt: null }, evening)).toBe('全天开放')
    expect(openWords({ openNow: false, changesAt: null }, evening)).toBe('最近不开放')
  })

  test('when the lights are on or not yet, then the words differ', () => {
    expect(lightsWords({ lights }, evening)).toBe('灯亮着，到 22:00')
    expect(lightsWords({ lights }, evening - 2 * 3_600_000)).toBe('亮灯 18:45–22:00')
    expect(lightsWords({ lights: null }, evening)).toBeNull()
  })

  test('when days of the week are together, then they are said as people do', () => {
    expect([[1, 2, 3, 4, 5, 6, 7], [1, 2, 3, 4, 5], [4, 2], [7]].map(weekdaysWords)).toEqual(['每天', '周一到周五', '周二、周四', '周日'])
    expect(exceptionWords({ date: '2026-12-01', hours: [{ opens: '10:00', closes: '12:00' }], note: null })).toBe(
      '12月1日 周二 10:00–12:00',
    )
  })
})
