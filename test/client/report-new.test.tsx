import { fireEvent, screen, waitFor } from '@testing-library/react'
import { categories } from '@/pages/report/categories-store'
import { drafts } from '@/pages/report/drafts-store'
import New from '@/pages/report/new'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { draftOf, Other, takePicture } from '../helpers/client/report'
import { fill, nextScreen, press, see, show, signInAs, signOut, target } from '../helpers/client/screen'

beforeEach(async () => {
  await signInAs('resident')
  await categories.groups.refresh()
})

const write = (code: string) => show(<New />, { category: code })

test('when 王阿姨 photographs the corridor and sends it, then she reads the number, the limit and what happens next', async () => {
  write('CO.STACK')
  await see('爱博四村 20号楼')
  await see('物业处理，承诺 24 小时内处置')
  phone.pictures = [await takePicture('/tmp/a.jpg'), await takePicture('/tmp/b.jpg')]
  await press('拍照')
  await press('3 层')
  await fill('发生了什么', '纸箱堆到三楼')
  await see('草稿已存')
  await press('上报')
  await see('已上报')
  expect(screen.getByText(/^XH\d{4}-\d{4,}$/)).toBeVisible()
  await see(/^承诺 .+ 前处置$/)
  await see('物业处置')
  expect(await target('回首页')).toBeVisible()
  await press('看进度')
  expect(await nextScreen()).toMatch(/^\/pages\/report\/detail\/index\?id=/)
})

test('when nothing is filled in, then what is missing is said at its place and nothing is sent', async () => {
  write('CO.STACK')
  await press('上报')
  await see('请至少拍一张照片，处理的人才看得清。')
  expect(phone.sent).not.toContain('POST /reports')
  expect(phone.asked).toContainEqual(expect.objectContaining({ name: 'pageScrollTo', selector: '#field-photoIds' }))
})

test('when WeChat has no consent yet, then it is asked for in place, and refusing leaves the text', async () => {
  phone.privacyOpen = true
  write('LT.FAULT')
  phone.pictures = [await takePicture('/tmp/a.jpg')]
  await press('从相册选')
  await see('用您的相机和相册')
  await press('不同意')
  await waitFor(() => expect(screen.queryByText('用您的相机和相册')).toBeNull())
  await fill('发生了什么', '电梯不动了')
  await press('从相册选')
  await press('同意并继续')
  await see(/1\/9/)
})

test('when the compound is looked for by its initials, then it is found and can be chosen', async () => {
  write('LT.FAULT')
  await press('改地点')
  await fill('小区名字或拼音首字母', 'wkry')
  await press(/万科润园/)
  await see('万科润园')
  await fill('楼号', '6')
  await see('万科润园 6 号楼')
})

test('when the position is known, then the nearest compound stands first; when it is refused, then the list stays', async () => {
  write('LT.FAULT')
  await press('改地点')
  await press('在地图上标出来')
  await see('没有选到位置，可以直接选小区。')
  phone.place = { longitude: 121.3105, latitude: 31.1888, accuracy: 10 }
  await press('在地图上标出来')
  await see('已标出位置')
  await waitFor(() =>
    expect(screen.getAllByRole('switch').find((line) => /米$/.test(line.textContent ?? ''))).toHaveTextContent('爱博二村'),
  )
})

test('when a neighbour has reported the same, then 我也遇到 does instead of a second report', async () => {
  const neighbour = await Other.is('neighbour')
  const text = `灯坏了 ${Math.random()}`
  const { id } = await neighbour.reports({ categoryCode: 'PM.SVC', text })
  write('PM.SVC')
  await see(text)
  const line = screen.getByText(text).closest('.similar-line') as HTMLElement
  fireEvent.click(line.querySelector('button') as HTMLElement)
  await see(/已记下/)
  expect((await neighbour.report(id)).supporters).toBe(1)
  await press('不再另报，看进度')
  expect(await nextScreen()).toBe(`/pages/report/detail/index?id=${id}`)
})

test('when the network is away, then the report is kept, and sent when it is back', async () => {
  write('LT.FAULT')
  await fill('发生了什么', '电梯门关不上')
  phone.setNetwork('off')
  await press('上报')
  await see('已存在手机里，还没发出')
  phone.setNetwork('on')
  await see('已上报')
  expect(drafts.unsent).toHaveLength(0)
})

test('when the server refuses a field, then it is said there and the writing goes on', async () => {
  const draft = draftOf('LT.FAULT', { location: { lng: 116.4, lat: 39.9 } })
  drafts.put(draft)
  show(<New />, { draft: draft.id })
  await press('上报')
  await waitFor(() => expect(screen.getAllByText(/不在本街镇/).length).toBeGreaterThan(1))
  expect(await target('上报')).toBeEnabled()
})

test('when a draft is opened again, then everything is as it was left', async () => {
  const path = 'wxfile://store_kept'
  await takePicture(path)
  const draft = draftOf('CO.STACK', {
    floor: '12',
    spot: '东侧',
    anonymous: true,
    pictures: [{ key: `k-${Math.random()}`, path, photoId: null }],
  })
  drafts.put(draft)
  show(<New />, { draft: draft.id })
  expect(await screen.findByLabelText('发生了什么')).toHaveValue(draft.text)
  expect(screen.getByLabelText('楼层')).toHaveValue('12')
  expect(screen.getByLabelText('具体位置')).toHaveValue('东侧')
  expect(screen.getByRole('switch', { name: '不公开我的姓名' })).toHaveAttribute('aria-checked', 'true')
  await see(/1\/9/)
})

test('when a draft is gone, then the page says so', async () => {
  show(<New />, { draft: 'gone' })
  await press('重新选类别')
  expect(await nextScreen()).toBe('/pages/report/choose/index')
})

test('when it happened yesterday, then 长辈版 takes the time by a tap, and 刚才 takes it back', async () => {
  session.setElder(true)
  write('LT.FAULT')
  await press('选时间')
  await press('昨天晚上')
  await see('发生在 昨天 20:00')
  await press('刚才')
  await waitFor(() => expect(screen.queryByText(/^发生在/)).toBeNull())
  session.setElder(false)
})

test('when nobody is signed in, then the way to sign in is shown', async () => {
  await signOut()
  write('LT.FAULT')
  await press('登录')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})

test('when a matter is private, then the writer is told who sees it', async () => {
  write('HT.THROW')
  await see('只有您和处理的人能看到，邻居看不到。')
})

test('when it happened earlier today, then the time that was tapped is the one that is marked', async () => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(new Date('2026-11-24T15:00:00+08:00').getTime())
  write('LT.FAULT')
  await press('今天早些时候')
  clock.mockReturnValue(new Date('2026-11-24T15:00:09+08:00').getTime())
  await press('2 小时前')
  await see('发生在 今天 13:00')
  expect(await target('2 小时前')).toHaveAttribute('aria-checked', 'true')
  expect(await target('1 小时前')).toHaveAttribute('aria-checked', 'false')
  clock.mockRestore()
})

test('when a picture is a must, then the consent says what refusing means', async () => {
  phone.privacyOpen = true
  write('CO.STACK')
  await press('拍照')
  await see('这一类要有照片才能上报。不同意的话，可以换个类别用文字说。')
})

test('when the page is loaded anew while something is written, then going on with it is one tap away', async () => {
  const draft = draftOf('LT.FAULT')
  drafts.put(draft)
  write('LT.FAULT')
  await see('上次有一份没写完')
  await press(/接着写/)
  expect(await nextScreen()).toBe(`/pages/report/new/index?draft=${draft.id}`)
})
