import { fireEvent, screen, within } from '@testing-library/react'
import { newKey } from '@/lib/key'
import { upload } from '@/lib/upload'
import Detail from '@/pages/report/detail'
import { session } from '@/session/session'
import type { Report } from '../../contract/report'
import { phone } from '../helpers/client/phone'
import { Other, takePicture } from '../helpers/client/report'
import { nextScreen, press, see, show, signInAs, target } from '../helpers/client/screen'

const property = 'WY-CP31011200801201'
let wang: Other
let zhang: Other
let zhou: Other

beforeAll(async () => {
  wang = await Other.is('resident')
  zhang = await Other.is('grid_worker')
  zhou = await Other.is('property')
})

/** All the way to closed. */
async function closed(): Promise<Report> {
  const { id } = await wang.reports()
  await zhang.does(id, { action: 'accept' }, { action: 'dispatch', assignee: property })
  await zhou.does(id, { action: 'accept' }, { action: 'handle', note: '换了门机' })
  return zhang.does(id, { action: 'verify' }, { action: 'close' })
}

test('when it was handled and closed, then 王阿姨 reads every step in plain words, the newest first', async () => {
  const { id } = await closed()
  await signInAs('resident')
  show(<Detail />, { id })
  await see('换了门机')
  const steps = [...document.querySelectorAll('.event-line .grow')].map((step) => step.textContent)
  expect(steps).toEqual([
    '已结案',
    '网格员 张敏核查通过',
    '爱博四村物业服务处 周师傅处置完成',
    '爱博四村物业服务处 周师傅接单',
    '派给爱博四村物业服务处',
    '网格员 张敏已受理',
    '您已上报',
  ])
  await see(/已按时办结/)
})

test('when a step is tapped, then its exact time is there', async () => {
  const { id } = await wang.reports()
  await signInAs('resident')
  show(<Detail />, { id })
  await press(/^您已上报/)
  await see(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/)
})

test('when it is closed, then 王阿姨 gives five stars with a word, once', async () => {
  const { id } = await closed()
  await signInAs('resident')
  show(<Detail />, { id })
  await press('5 星，很满意')
  const words = await screen.findByLabelText('评价')
  fireEvent.change(words, { target: { value: '当天就修好了' } })
  await press('提交评价')
  expect(await screen.findByLabelText('5 星')).toBeVisible()
  expect(screen.queryByText('提交评价')).toBeNull()
  expect(await wang.report(id)).toMatchObject({ stars: 5, ratingText: '当天就修好了', mayRate: false })
})

test('when it is not solved, then 王阿姨 finds the way to open it again', async () => {
  const { id } = await closed()
  await signInAs('resident')
  show(<Detail />, { id })
  await press('还没解决，重新打开')
  expect(await nextScreen()).toBe(`/pages/report/handle/index?id=${id}&action=reopen`)
})

test('when a neighbour has met it too, then it counts, and they need not follow besides', async () => {
  const { id } = await wang.reports()
  await signInAs('neighbour')
  show(<Detail />, { id })
  await press('关注进展')
  await see('✓ 已关注，点这里取消')
  await press('我也遇到')
  await see('✓ 您也遇到，每一步进展都会告诉您。')
  await see('1 位邻居也遇到')
  expect(screen.queryByRole('button', { name: /关注/ })).toBeNull()
})

test('when a matter is masked, then a neighbour reads that words and pictures are not public', async () => {
  await signInAs('resident')
  const photo = await upload(await takePicture('/tmp/car.jpg'), newKey(), () => {}).photo
  const { id } = await wang.reports({ categoryCode: 'PK.DOOR', text: '沪A12345 堵门', photoIds: [photo.id] })
  await signInAs('neighbour')
  show(<Detail />, { id })
  await see('为保护隐私，文字和照片不公开。')
  expect(screen.queryByText(/沪A12345/)).toBeNull()
  expect(document.querySelector('.matter-photo')).toBeNull()
})

test('when a matter is private, then it is not there for a neighbour', async () => {
  const { id } = await wang.reports({ categoryCode: 'HT.THROW', text: '有人扔烟头' })
  await signInAs('neighbour')
  show(<Detail />, { id })
  await see('没有找到这件事')
})

test('when the chain is checked, then the verdict stands in place', async () => {
  const { id } = await wang.reports()
  await signInAs('resident')
  show(<Detail />, { id })
  await press('点此核验 ›')
  await see(/^证据链完整：1 条记录、0 张照片/)
})

test('when 张敏 takes it on from the detail, then the state and the next step change in place', async () => {
  const { id } = await wang.reports()
  await signInAs('grid_worker')
  show(<Detail />, { id })
  await press('接单')
  await see('已受理')
  expect(await target('派单')).toBeVisible()
  await press('派单')
  expect(await nextScreen()).toBe(`/pages/report/handle/index?id=${id}&action=dispatch`)
  await press('更多')
  expect(await nextScreen()).toBe(`/pages/report/handle/index?id=${id}`)
})

test('when somebody was faster, then it is said who has it, and the page shows how it stands now', async () => {
  const { id } = await wang.reports()
  await signInAs('grid_leader')
  show(<Detail />, { id })
  await target('接单')
  await zhang.does(id, { action: 'accept' })
  await press('接单')
  await see('已由张敏接单。')
  await see('已受理')
})

test('when 周师傅 wants to call, then the telephone is read only then', async () => {
  const { id } = await wang.reports()
  await signInAs('property')
  show(<Detail />, { id })
  await target('联系上报人')
  expect(phone.sent.some((sent) => sent.endsWith('/contact'))).toBe(false)
  await press('联系上报人')
  await see('王阿姨')
  await press(/^打 138/)
  expect(phone.asked).toContainEqual({ name: 'makePhoneCall', phoneNumber: expect.stringMatching(/^138\d{8}$/) })
})

test('when it was reported without a name, then there is no way to call', async () => {
  const { id } = await wang.reports({ anonymous: true })
  await signInAs('property')
  show(<Detail />, { id })
  await see('办理经过')
  expect(screen.queryByText('联系上报人')).toBeNull()
})

test('when elder mode is on, then the stars are lines with words', async () => {
  const { id } = await closed()
  await signInAs('resident')
  session.setElder(true)
  show(<Detail />, { id })
  const stars = await screen.findByRole('radiogroup')
  expect(within(stars).getByText('★★★ 一般')).toBeVisible()
  session.setElder(false)
})

test.each<Record<string, string>>([{ id: '0199f000-0000-7000-8000-000000000000' }, { id: 'half' }, {}])(
  'when there is no such matter as in %j, then the page leads home',
  async (params) => {
    await signInAs('resident')
    show(<Detail />, params)
    await see('没有找到这件事')
    expect(screen.queryByText('重试')).toBeNull()
    await press('回首页')
    expect(phone.steps).toContainEqual({ how: 'switchTab', url: '/pages/home/index' })
  },
)

test('when something is added after the chain was checked, then the verdict on what was there before goes', async () => {
  const { id } = await wang.reports()
  await signInAs('resident')
  show(<Detail />, { id })
  await press('点此核验 ›')
  await see(/^证据链完整：1 条记录/)
  await zhang.does(id, { action: 'accept' })
  phone.happen('show')
  await press('点此核验 ›')
  await see(/^证据链完整：2 条记录/)
})

test('when a picture does not come, then a quiet word stands in its place', async () => {
  await signInAs('resident')
  const photo = await upload(await takePicture('/tmp/lost.jpg'), newKey(), () => {}).photo
  const { id } = await wang.reports({ photoIds: [photo.id] })
  show(<Detail />, { id })
  const photoTap = await screen.findByRole('button', { name: '第 1 张照片，共 1 张' })
  fireEvent.error(photoTap.querySelector('img') as Element)
  await see('照片没出来')
})
