import { screen, waitFor } from '@testing-library/react'
import { newKey } from '@/lib/key'
import { keep, recall } from '@/lib/storage'
import { upload } from '@/lib/upload'
import Handle from '@/pages/report/handle'
import { session } from '@/session/session'
import type { Action } from '../../contract/report'
import { phone } from '../helpers/client/phone'
import { Other, takePicture } from '../helpers/client/report'
import { fill, press, see, show, signInAs } from '../helpers/client/screen'

const property = 'WY-CP31011200801201'
let wang: Other
let zhang: Other
let zhou: Other

beforeAll(async () => {
  wang = await Other.is('resident')
  zhang = await Other.is('grid_worker')
  zhou = await Other.is('property')
})

const done = () => waitFor(() => expect(phone.steps).toContainEqual({ how: 'navigateBack', url: '1' }))
const open = (id: string, action?: Action) => show(<Handle />, action ? { id, action } : { id })

async function accepted(): Promise<string> {
  const { id } = await wang.reports()
  await zhang.does(id, { action: 'accept' })
  return id
}
async function handled(): Promise<string> {
  const id = await accepted()
  await zhang.does(id, { action: 'dispatch', assignee: property })
  await zhou.does(id, { action: 'accept' }, { action: 'handle', note: '修好了' })
  return id
}

test('when 张敏 hands it over, then those who serve the compound stand first, and lead and helper are set', async () => {
  const id = await accepted()
  await signInAs('grid_worker')
  open(id, 'dispatch')
  await see('爱博四村物业服务处')
  expect(screen.getAllByRole('radio')[0]).toHaveTextContent('爱博四村物业服务处')
  await press(/^爱博四村物业服务处$/)
  await press('部门、居委')
  await press('爱博四村居委会协办')
  await press('派单')
  await done()
  expect(await zhang.report(id)).toMatchObject({ state: 'dispatched', lead: { code: property }, helpers: [{ name: '爱博四村居委会' }] })
})

test('when nobody is chosen, then that is said and nothing is sent', async () => {
  const id = await accepted()
  await signInAs('grid_worker')
  open(id, 'dispatch')
  await see('爱博四村物业服务处')
  await press('派单')
  await see('请选择由谁主办。')
  expect(phone.sent.some((sent) => sent.endsWith('/transitions'))).toBe(false)
})

test('when 周师傅 has handled it, then an after picture and a word go with it', async () => {
  const id = await accepted()
  await zhang.does(id, { action: 'dispatch', assignee: property })
  await zhou.does(id, { action: 'accept' })
  await signInAs('property')
  open(id, 'handle')
  phone.pictures = [await takePicture('/tmp/after.jpg')]
  await press('拍照')
  await press('处置完成')
  await see('请写一句说明。')
  expect(phone.asked).toContainEqual(expect.objectContaining({ name: 'pageScrollTo', selector: '#field-note' }))
  await fill('怎么处置的', '已经清走')
  await press('处置完成')
  await done()
  expect(await zhang.report(id)).toMatchObject({ state: 'handled', photos: [expect.objectContaining({ eventSeq: 5 })] })
})

test('when it is put aside, then until when and why are asked', async () => {
  const id = await accepted()
  await signInAs('grid_worker')
  open(id, 'suspend')
  await press('挂账')
  await see('请选择到哪一天。')
  await press('3 天后')
  await press('天气原因')
  await press('挂账')
  await done()
  const { state, suspendedUntil } = await zhang.report(id)
  expect(state).toBe('suspended')
  expect(new Date(suspendedUntil ?? '').getTime()).toBeGreaterThan(Date.now() + 2 * 86_400_000)
})

test('when ready reasons are tapped, then they stand in the text, each once', async () => {
  const { id } = await wang.reports()
  await signInAs('grid_worker')
  open(id, 'reject')
  await press('不在受理范围')
  await press('内容不实')
  await press('不在受理范围')
  expect(screen.getByLabelText('原因')).toHaveValue('内容不实。不在受理范围')
})

test('when it is the same as another, then it goes into that one', async () => {
  const keep = await wang.reports({ categoryCode: 'LT.ADD', text: '想装电梯' })
  const { id } = await wang.reports({ categoryCode: 'LT.ADD', text: '我们楼也想装' })
  await zhang.does(id, { action: 'accept' })
  await signInAs('grid_worker')
  open(id, 'merge')
  await press(new RegExp(keep.number))
  await press('并案')
  await done()
  expect(await zhang.report(id)).toMatchObject({ state: 'merged', mergedInto: { number: keep.number } })
})

test('when 张敏 verifies and closes, then each is one page and one tap', async () => {
  const id = await handled()
  await signInAs('grid_worker')
  const { unmount } = open(id, 'verify')
  await press('已到现场看过，处理好了')
  await press('核查通过')
  await done()
  unmount()
  phone.steps.length = 0
  open(id, 'close')
  await press('结案')
  await done()
  expect(await zhang.report(id)).toMatchObject({ state: 'closed' })
})

test('when all that may be done is asked for, then each is there with what it is for; a simple one is done at once', async () => {
  const id = await accepted()
  await signInAs('grid_worker')
  open(id)
  await see(/定个日子再办/)
  await press(/^立案/)
  await done()
  expect(await zhang.report(id)).toMatchObject({ state: 'filed' })
})

test('when somebody was faster, then the page says so and leads back', async () => {
  const id = await accepted()
  await zhang.does(id, { action: 'reject', note: '不在受理范围' })
  await signInAs('grid_worker')
  open(id, 'dispatch')
  await see('现在不能派单了')
  await press('回去看看')
  await done()
})

test('when 王阿姨 adds a word, then it stands in the log', async () => {
  const { id } = await wang.reports()
  await signInAs('resident')
  open(id, 'comment')
  await fill('补充说明', '今天又坏了')
  await press('补充说明')
  await done()
  const { items } = await wang.call('GET /reports/:id/events', { params: { id } })
  expect(items.at(-1)?.note).toBe('今天又坏了')
})

test('when 王阿姨 says that it is not solved, then it is open again', async () => {
  const id = await handled()
  await zhang.does(id, { action: 'verify' }, { action: 'close' })
  await signInAs('resident')
  open(id, 'reopen')
  await press('又出现了')
  await press('还没解决，重新打开')
  await done()
  expect(await wang.report(id)).toMatchObject({ state: 'reopened' })
})

test('when the page was opened by its address, then it goes to the matter afterwards', async () => {
  const { id } = await wang.reports()
  phone.pagesBelow = 0
  await signInAs('resident')
  open(id, 'comment')
  await fill('补充说明', '一句话')
  await press('补充说明')
  await waitFor(() => expect(phone.steps).toContainEqual({ how: 'redirectTo', url: `/pages/report/detail/index?id=${id}` }))
})

test('when 周师傅 leaves before it is sent, then words and pictures are there again, and gone once it is done', async () => {
  const id = await accepted()
  await zhang.does(id, { action: 'dispatch', assignee: property })
  await zhou.does(id, { action: 'accept' })
  await signInAs('property')
  const { unmount } = open(id, 'handle')
  phone.pictures = [await takePicture('/tmp/kept.jpg')]
  await press('拍照')
  await fill('怎么处置的', '换了一个零件')
  unmount()
  const { unmount: leaveOther } = open(id, 'comment')
  expect(await screen.findByLabelText('补充说明')).toHaveValue('')
  leaveOther()
  open(id, 'handle')
  expect(await screen.findByLabelText('怎么处置的')).toHaveValue('换了一个零件')
  await see(/1\/9/)
  await press('处置完成')
  await done()
  expect((await zhang.report(id)).photos).toHaveLength(1)
  expect(recall('report-handling', null)).toEqual({})
})

test('when what was kept is older than the server keeps uploads, then its pictures are sent anew', async () => {
  const { id } = await wang.reports()
  await takePicture('wxfile://store_old')
  await signInAs('resident')
  const pictures = [{ key: 'old-key', path: 'wxfile://store_old', photoId: '0199f000-0000-7000-8000-00000000dead' }]
  keep('report-handling', { [`${session.person?.id} ${id} comment`]: { note: '昨天写的', pictures, savedAt: Date.now() - 86_400_000 } })
  open(id, 'comment')
  expect(await screen.findByLabelText('补充说明')).toHaveValue('昨天写的')
  await press('补充说明')
  await done()
  expect((await wang.report(id)).photos).toHaveLength(1)
})

test('when a picture is a must, then the consent does not promise that words will do', async () => {
  const { id } = await wang.reports({ categoryCode: 'CO.STACK', text: '纸箱', photoIds: await photoOfWang() })
  await zhang.does(id, { action: 'accept' }, { action: 'dispatch', assignee: property })
  await zhou.does(id, { action: 'accept' })
  await signInAs('property')
  phone.privacyOpen = true
  open(id, 'handle')
  await press('拍照')
  await see('不同意就拍不了照；这一步要有处置后的照片。')
})

async function photoOfWang(): Promise<string[]> {
  await signInAs('resident')
  return [(await upload(await takePicture('/tmp/wang.jpg'), newKey(), () => {}).photo).id]
}
