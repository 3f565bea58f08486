import { screen, waitFor } from '@testing-library/react'
import List from '@/pages/report/list'
import { phone } from '../helpers/client/phone'
import { Other } from '../helpers/client/report'
import { nextScreen, press, see, show, signInAs, signInAsNewcomer } from '../helpers/client/screen'

const cards = () => [...document.querySelectorAll('.report-card')]

test('when 王小雯 has reported, then it stands in 我报的 with its state and opens by a tap', async () => {
  const daughter = await Other.is('daughter')
  const { id } = await daughter.reports({ categoryCode: 'LT.ADD', text: '想装电梯', building: '6' })
  await signInAs('daughter')
  show(<List />, { tab: 'mine' })
  await see('加装电梯咨询')
  await see(/^等待受理 · 剩/)
  await press(/^.*加装电梯咨询/)
  expect(await nextScreen()).toBe(`/pages/report/detail/index?id=${id}`)
})

test('when a neighbour looks at what is near, then masked and private matters tell no more than they may', async () => {
  const resident = await Other.is('resident')
  await resident.reports({ categoryCode: 'HT.THROW', text: '有人扔烟头' })
  await resident.reports({ categoryCode: 'PM.SVC', text: '保安不在' })
  await signInAs('neighbour')
  show(<List />, { tab: 'near' })
  await see('爱博四村')
  expect(await screen.findAllByText('物业服务质量')).not.toHaveLength(0)
  expect(screen.queryByText('高空抛物')).toBeNull()
})

test('when the position is used, then the list is of that place, and the home comes back by a tap', async () => {
  await signInAs('neighbour')
  show(<List />, { tab: 'near' })
  await press('按我的位置')
  await see('没拿到位置，请在手机设置里允许使用位置。')
  phone.place = { longitude: 121.3072, latitude: 31.1859, accuracy: 10 }
  await press('按我的位置')
  await see('我的位置附近')
  await press(/^看爱博四村/)
  await see('按我的位置')
})

test('when a list is longer than a page, then the rest comes at its end', async () => {
  const outsider = await Other.is('outsider')
  const compoundCode = 'CP31011210701502'
  for (let index = 0; index < 23; index += 1)
    await outsider.reports({ categoryCode: 'CV.IDEA', text: `建议 ${index}`, compoundCode, building: null })
  await signInAs('outsider')
  show(<List />, { tab: 'mine' })
  await waitFor(() => expect(cards()).toHaveLength(20))
  phone.happen('reachBottom')
  await waitFor(() => expect(cards().length).toBeGreaterThanOrEqual(23))
  await see('就这些了')
})

test('when only open matters are wanted, then those that ended go', async () => {
  const [party, grid] = [await Other.is('party_member'), await Other.is('grid_worker')]
  const { id } = await party.reports({ categoryCode: 'CV.IDEA', text: '想要一个长凳' })
  await grid.does(id, { action: 'accept' }, { action: 'reject', note: '已转居委会' })
  await signInAs('party_member')
  show(<List />, { tab: 'mine' })
  await see('不予受理')
  await press('没办完的')
  await waitFor(() => expect(screen.queryByText('不予受理')).toBeNull())
})

test('when nothing is followed, then the page says how it would come here', async () => {
  await signInAs('site_host')
  show(<List />, { tab: 'followed' })
  await see('还没有关注的事')
  await press('看看附近的')
  await waitFor(() => expect(screen.getByRole('tab', { name: '附近的' })).toHaveAttribute('aria-selected', 'true'))
})

test('when a newcomer has no home, then 附近 asks for it instead of an error', async () => {
  await signInAsNewcomer()
  show(<List />, { tab: 'near' })
  await press('选我的居民区 ›')
  expect(await nextScreen()).toBe('/pages/account/area/index')
})

test('when the network goes, then the last list stays with the reason above it', async () => {
  await signInAs('daughter')
  show(<List />, { tab: 'mine' })
  await see('加装电梯咨询')
  phone.setNetwork('off')
  phone.happen('pullDown')
  await waitFor(() => expect(screen.getByText('网络连不上，请检查网络后再试。')).toBeVisible(), { timeout: 8000 })
  expect(screen.getByText('加装电梯咨询')).toBeVisible()
  await waitFor(() => expect(phone.asked).toContainEqual({ name: 'stopPullDownRefresh' }))
}, 15_000)
