import { screen, waitFor, within } from '@testing-library/react'
import BoardHome from '@/pages/board/home'
import { abo4, defineBoard, handIn, nameEnterprises, sorting, town } from '../helpers/client/boards'
import { phone } from '../helpers/client/phone'
import { fill, nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut } from '../helpers/client/screen'

const cardOf = (name: string, kind: string) =>
  screen
    .getAllByText(kind)
    .map((found) => found.closest('.card') as HTMLElement)
    .find((card) => within(card).queryByText(name)) as HTMLElement

test('when 王阿姨 opens the boards, then her area and her compound stand first, each with its places, and the boards by their groups', async () => {
  await signInAs('resident')
  show(<BoardHome />)
  await see('新虹街道的榜单')
  const area = cardOf('爱博四村', '居民区')
  expect(within(area).getByLabelText(/^居民区垃圾分类先进排行榜，.+，第 5 名，共 58 个，升 2 位$/)).toBeVisible()
  expect(area.querySelector('.number')).toHaveTextContent('5')
  expect(document.querySelectorAll('.number')).toHaveLength(1)
  const compound = cardOf('爱博四村', '居住小区')
  expect(within(compound).getByLabelText(/^物业管理红黑榜，.+，第 1 名/)).toBeVisible()
  expect(within(compound).getByText('红榜')).toBeVisible()
  for (const group of ['垃圾分类排行榜', '联动处置好评榜', '“学习强国”先进榜']) expect(screen.getByText(group)).toBeVisible()
  expect(screen.getByText(/ · 第一：申贵路$/)).toBeVisible()
  await press(/^居民区垃圾分类先进排行榜，/)
  expect(await nextScreen()).toBe(`/pages/board/board/index?town=${town}&code=${sorting}&unit=${abo4}`)
  await press('垃圾怎么分')
  expect(await nextScreen()).toBe('/pages/sorting/help/index')
  expect(screen.queryByText('榜单管理')).toBeNull()
  expect(phone.share()).toEqual({ title: expect.stringContaining('榜单'), path: '/pages/board/home/index' })
})

test('when somebody looks around without signing in, then they choose their area, see its places, and the phone remembers it', async () => {
  await signOut()
  const { unmount } = show(<BoardHome />)
  await see('新虹街道的榜单')
  await press('选居民区')
  await fill('按名字找居民区', 'absc')
  await press(/^爱博四村/)
  await screen.findByLabelText(/^居民区垃圾分类先进排行榜，.+，第 5 名/)
  unmount()
  show(<BoardHome />)
  await screen.findByLabelText(/^居民区垃圾分类先进排行榜，.+，第 5 名/)
  await press(/^居民区垃圾分类先进排行榜，/)
  expect(await nextScreen()).toContain(`unit=${abo4}`)
  await press('换居民区')
  await press('先不选')
  await press('登录，看更多')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
})

test('when another town is chosen, then its boards are there, and the phone remembers that too', async () => {
  await signOut()
  const { unmount } = show(<BoardHome />)
  await press('看别的街镇')
  await press('虹桥镇')
  await see('虹桥镇的榜单')
  unmount()
  show(<BoardHome />)
  await see('虹桥镇的榜单')
})

test('when a newcomer opens the boards, then the first thing is where they live', async () => {
  await signInAsNewcomer()
  show(<BoardHome />)
  await press('选居民区')
  expect(await nextScreen()).toBe('/pages/account/area/index')
})

test('when 周师傅 speaks for a compound, then each board that ranks it leads to where he can object', async () => {
  await signInAs('property')
  show(<BoardHome />)
  const card = (await see('我负责的单位')).closest('.card') as HTMLElement
  await waitFor(() => expect(within(card).getByText('物业管理红黑榜')).toBeVisible())
  within(card).getByText('物业管理红黑榜').click()
  expect(await nextScreen()).toMatch(/^\/pages\/board\/unit\/index\?town=310112008&code=PROP\.REDBLACK&unit=CP/)
})

test('when a draft waits for a second person, then 老徐 reads it on the way to the desk', async () => {
  const code = await defineBoard({ name: '等复核的榜' })
  await nameEnterprises({ 'H-1': '等复核的店' })
  await handIn(code, { 'H-1': '90' })
  await signInAs('board_reviewer')
  show(<BoardHome />)
  await see(/^[1-9]\d* 份等您复核/)
  await press(/^榜单管理/)
  expect(await nextScreen()).toBe('/pages/board-desk/desk/index')
})

test('when nothing can be loaded, then each part says so and offers to try again; what was there stays', async () => {
  await signInAs('resident')
  phone.setNetwork('off')
  show(<BoardHome />)
  await waitFor(() => expect(screen.getAllByText('没有加载出来')).toHaveLength(2), { timeout: 9000 })
  phone.setNetwork('on')
  phone.happen('pullDown')
  await see('新虹街道的榜单')
  phone.setNetwork('off')
  phone.happen('pullDown')
  await waitFor(() => expect(screen.getAllByText('网络连不上，请检查网络后再试。')).toHaveLength(2), { timeout: 9000 })
  expect(screen.getByText('新虹街道的榜单')).toBeVisible()
  expect(cardOf('爱博四村', '居民区')).toBeVisible()
}, 30_000)
