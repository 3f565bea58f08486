import { screen, waitFor } from '@testing-library/react'
import { call } from '@/lib/request'
import { upload } from '@/lib/upload'
import BoardUnit from '@/pages/board/unit'
import { abo4, defineBoard, month, nameEnterprises, publish, sorting, town } from '../helpers/client/boards'
import { phone } from '../helpers/client/phone'
import { takePicture } from '../helpers/client/report'
import { fill, nextScreen, press, see, show, signInAs, signOut } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

/** 爱博四村 as a compound, which 周师傅 speaks for. */
const compound = 'CP31011200801201'
const openUnit = (params: Record<string, string>) => show(<BoardUnit />, { town, ...params })

test('when a unit was looked at on the spot, then the note and the pictures are there, and what held it down with its reason', async () => {
  await signInAs('board_editor')
  const { id } = await upload(await takePicture('/tmp/evidence.jpg'), `evidence-${Math.random()}`, () => {}).photo
  await nameEnterprises({ 'U-1': '混装的店' })
  const code = await defineBoard({ vetoes: [{ key: 'mixed', name: '混装混运', cap: '60' }], blackLine: '65' })
  const seen = { vetoes: ['mixed'], reason: '两次查到混装，没有整改。', note: '二号桶里有塑料袋。', photoIds: [id] }
  await publish(code, { 'U-1': { figures: { score: '88' }, ...seen } })
  await signOut()
  openUnit({ code, unit: 'U-1' })
  await see('混装混运，最高只记 60 分')
  expect(screen.getByText(/^原因：.*两次查到混装，没有整改。$/)).toBeVisible()
  expect(screen.getByText('黑榜')).toBeVisible()
  expect(screen.getByText('二号桶里有塑料袋。')).toBeVisible()
  await press('第 1 张照片，共 1 张，放大看')
  expect(phone.asked).toContainEqual(expect.objectContaining({ name: 'previewImage', urls: [expect.stringContaining('/photos/')] }))
})

test('when somebody follows a unit, then it is on their boards, and can be taken back; without a network it says so', async () => {
  await signInAs('resident')
  openUnit({ code: sorting, unit: '310112008014' })
  await press('关注它')
  await see('关注了，榜单一发布就发消息告诉您。')
  expect((await call('GET /boards/mine')).following.map(({ name }) => name)).toEqual(['申贵路'])
  phone.setNetwork('off')
  await press('不再关注')
  await waitFor(() => expect(screen.getAllByText('网络连不上，请检查网络后再试。').length).toBeGreaterThan(0), { timeout: 9000 })
  phone.setNetwork('on')
  await press('不再关注')
  await see('关注它')
  expect((await call('GET /boards/mine')).following).toEqual([])
}, 20_000)

test('when nobody is signed in, then the place is there, and following leads to sign in', async () => {
  await signOut()
  openUnit({ code: sorting, unit: abo4 })
  await screen.findByLabelText('第 5 名')
  await press('关注它')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  await press('和别的比')
  expect(await nextScreen()).toBe(`/pages/board/compare/index?town=${town}&code=${sorting}&period=${month}&unit=${abo4}`)
  await press('做分享图')
  expect(await nextScreen()).toBe(`/pages/board/share/index?town=${town}&code=${sorting}&period=${month}&unit=${abo4}`)
  await press('看完整榜单')
  expect(await nextScreen()).toContain('/pages/board/board/index?')
  expect(phone.share().title).toMatch(/^爱博四村第 5 名：居民区垃圾分类先进排行榜/)
})

test('when 周师傅 objects with a word and a picture, then it waits beside the figures, and the answer stands there for everybody', async () => {
  const code = await defineBoard({ name: '申诉榜', unitKind: 'compound' })
  await publish(code, { [compound]: '70' })
  await signInAs('property')
  openUnit({ code, unit: compound })
  await press('申诉')
  await press('提交申诉')
  await see('请写清楚哪里有出入。')
  await fill('申诉的内容', '检查那天二号点位在维修。')
  phone.pictures = [await takePicture('/tmp/repair.jpg')]
  await press('从相册选')
  await see('移除')
  await press('提交申诉')
  await see('等答复')
  expect(screen.getByText('检查那天二号点位在维修。')).toBeVisible()
  expect(screen.getByLabelText('第 1 张照片，共 1 张，放大看')).toBeVisible()
  expect(screen.queryByText('申诉')).toBeNull()
  const { call: shen } = await somebodyElse('board_editor')
  const { items } = await shen('GET /boards/appeals', { query: { open: true } as never })
  const id = items.find(({ boardCode }) => boardCode === code)?.id ?? ''
  await shen('POST /boards/appeals/:id/answers', { params: { id }, body: { accepted: false, text: '维修牌那天没有挂出来。' }, key: id })
  await signOut()
  phone.happen('pullDown')
  await see('没有采纳')
  expect(screen.getByText('维修牌那天没有挂出来。')).toBeVisible()
})

test('when an objection cannot be sent, then its words stay on the phone until it is', async () => {
  const code = await defineBoard({ name: '断网申诉榜', unitKind: 'compound' })
  await publish(code, { [compound]: '70' })
  await signInAs('property')
  const { unmount } = openUnit({ code, unit: compound })
  await press('申诉')
  await fill('申诉的内容', '分数抄错了。')
  phone.setNetwork('off')
  await press('提交申诉')
  await waitFor(() => expect(screen.getByText('网络连不上，请检查网络后再试。')).toBeVisible(), { timeout: 9000 })
  phone.setNetwork('on')
  unmount()
  openUnit({ code, unit: compound })
  await press('申诉')
  expect(screen.getByLabelText('申诉的内容')).toHaveValue('分数抄错了。')
  await press('提交申诉')
  await see('等答复')
}, 20_000)

test('when the board ranks no such unit, then it says so and leads on; when nothing can be loaded, then it offers to try again', async () => {
  await signOut()
  const { unmount } = openUnit({ code: sorting, unit: 'nobody' })
  await see('这个榜上没有它')
  await press('看别的榜单')
  expect(await nextScreen()).toBe('/pages/board/home/index')
  unmount()
  phone.setNetwork('off')
  openUnit({ code: sorting, unit: abo4 })
  await waitFor(() => expect(screen.getByText('没有加载出来')).toBeVisible(), { timeout: 9000 })
  phone.setNetwork('on')
  await press('重试')
  await screen.findByLabelText('第 5 名')
}, 20_000)
