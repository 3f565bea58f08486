import { screen, waitFor } from '@testing-library/react'
import { categories } from '@/pages/report/categories-store'
import Choose from '@/pages/report/choose'
import { drafts } from '@/pages/report/drafts-store'
import { phone } from '../helpers/client/phone'
import { draftOf } from '../helpers/client/report'
import { fill, nextScreen, press, see, show, signInAs } from '../helpers/client/screen'

beforeEach(async () => {
  await signInAs('resident')
  for (const { id } of drafts.items) drafts.remove(id)
})

test('when somebody wants to report, then the common groups come first and devices’ own matters are not there', async () => {
  show(<Choose />)
  await see('楼道堆物')
  const names = [...document.querySelectorAll('.group .title')].map((title) => title.textContent)
  expect(names.slice(0, 4)).toEqual(['楼道堆物', '电动自行车', '高空抛物', '生活垃圾'])
  expect(names).not.toContain('大客流')
})

test('when a group is opened and a matter chosen, then its promise was there and the form comes', async () => {
  show(<Choose />)
  await press(/^楼道堆物，展开/)
  await see('承诺 24 小时内处置')
  await press(/^楼道堆物.*承诺/)
  expect(await nextScreen()).toBe('/pages/report/new/index?category=CO.STACK')
})

test('when life may be in danger, then the telephone comes before the form', async () => {
  show(<Choose />)
  await press(/^电动自行车，展开/)
  await press(/^电动车\/蓄电池进电梯.*承诺/)
  await see(/冒烟、起火/)
  await press('打 119')
  expect(phone.asked).toContainEqual({ name: 'makePhoneCall', phoneNumber: '119' })
  await press('没有危险，继续上报')
  expect(await nextScreen()).toBe('/pages/report/new/index?category=EB.LIFT')
})

test('when a word is searched, then matters of that name or group are found; when none is, then there is a way on', async () => {
  show(<Choose />)
  await fill('搜类别', '飞线')
  await see('楼道或飞线充电')
  await fill('搜类别', '外星人')
  await see('没有叫“外星人”的类别。')
  await see('建议、急难愁盼')
})

test('when drafts wait on the phone, then they can be gone on with, or deleted after a question', async () => {
  const draft = draftOf('CO.STACK', { text: '三楼的纸箱' })
  drafts.put(draft)
  show(<Choose />)
  await see('草稿 1 件')
  await press('继续写')
  expect(await nextScreen()).toBe(`/pages/report/new/index?draft=${draft.id}`)
  await press('删除草稿')
  await press('留着')
  await press('删除草稿')
  await press('删掉')
  await waitFor(() => expect(screen.queryByText('草稿 1 件')).toBeNull())
})

test('when a report could not go out, then it can be sent again from here', async () => {
  phone.setNetwork('off')
  drafts.put(draftOf('LT.FAULT', { state: 'queued' }))
  show(<Choose />)
  await see('网络连不上，请检查网络后再试。')
  // the network is back, but nothing has told the app yet
  phone.network = 'on'
  await press('再发一次')
  await waitFor(() => expect(screen.queryByText('没发出去的 1 件')).toBeNull())
})

test('when the server refused a report, then the reason is there and it can be opened', async () => {
  const draft = draftOf('LT.FAULT', { state: 'refused', refusal: '今天已经上报 20 件，请明天再来。' })
  drafts.put(draft)
  show(<Choose />)
  await see('今天已经上报 20 件，请明天再来。')
  await press('打开修改')
  expect(await nextScreen()).toBe(`/pages/report/new/index?draft=${draft.id}`)
})

test('when there is no network and categories were never read, then the page says so and can try again', async () => {
  categories.groups.clear()
  phone.setNetwork('off')
  show(<Choose />)
  await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 8000 })
  phone.setNetwork('on')
  await press('重试')
  await see('楼道堆物')
}, 15_000)

test('when what waited goes out, then its number stands where it was', async () => {
  drafts.put(draftOf('LT.FAULT', { state: 'queued' }))
  phone.setNetwork('off')
  show(<Choose />)
  await see('没发出去的 1 件')
  phone.setNetwork('on')
  await see(/^已发出，编号/)
  expect(screen.queryByText('没发出去的 1 件')).toBeNull()
  await press(/^已发出，编号/)
  expect(await nextScreen()).toMatch(/^\/pages\/report\/detail\/index\?id=/)
})
