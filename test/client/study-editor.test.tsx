import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import { call } from '@/lib/request'
import { spanOf } from '@/lib/spans'
import Editor from '@/pages/study/editor'
import { newSite, siteBody, siteFaults } from '@/pages/study/editor/site-draft'
import { accessFaults } from '../helpers/client/access'
import { goToMorningTown, townTimeout } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { takePicture } from '../helpers/client/report'
import { fill, press, see, show, signInAs } from '../helpers/client/screen'

const corner = 'STU-001'

// A town of its own: other tests go by the hours that are changed here.
let leave: () => Promise<void>
beforeAll(async () => {
  leave = await goToMorningTown()
}, townTimeout)
afterAll(() => leave())
const site = (id = corner) => call('GET /sites/:id', { params: { id } })

test('when 小周 changes the hours of his corner, then what is wrong is said beside it, and what is right is saved', async () => {
  await signInAs('site_host')
  show(<Editor />)
  await screen.findByDisplayValue('共享空间学习角(东)')
  expect(await accessFaults(document.body)).toEqual([])
  expect(screen.queryByRole('button', { name: '新建学习点' })).toBeNull()
  await fill('第 1 段时间', '十点开门')
  await press('保存')
  await see('时间写成 09:00-17:00，并选好是周几。')
  await fill('第 1 段时间', '9:30-22:00')
  await press('加一个日子')
  await fill('第 1 个特别的日期', '2027-01-01')
  await fill('第 1 个特别的原因', '元旦')
  await press('保存')
  await see('保存好了，大家马上看得到。')
  expect(await site()).toMatchObject({
    weekly: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], opens: '09:30', closes: '22:00' }],
    exceptions: [{ date: '2027-01-01', hours: [], note: '元旦' }],
    lights: { opens: '18:45', closes: '22:00' },
  })
})

test('when a picture is added, then it is the site’s', async () => {
  await signInAs('site_host')
  phone.pictures = [await takePicture('wxfile://corner.jpg')]
  show(<Editor />)
  await press('加照片')
  await screen.findByLabelText('去掉第 2 张照片')
  await press('保存')
  await see('保存好了，大家马上看得到。')
  expect((await site()).photos).toHaveLength(2)
})

test('when 赵主任 writes a new site, then it is there; a code that is taken is told', async () => {
  await signInAs('admin')
  show(<Editor />)
  await press('新建学习点')
  await press('保存')
  await see('请写名称。')
  await fill('编号', 'CIV-101')
  await fill('名称', '新虹新学习点')
  await fill('经度', '121.31')
  await fill('纬度', '31.19')
  await press('保存')
  await see('这个编号已经有学习点了，请换一个。')
  await fill('编号', 'XH-NEW')
  await press('保存')
  await waitFor(async () => expect((await site('XH-NEW')).name).toBe('新虹新学习点'))
})

test('when 赵主任 imports a table, then its bad rows are named one by one; a right one is in the town', async () => {
  await signInAs('admin')
  show(<Editor />)
  await press('用表格录入')
  expect(await accessFaults(document.body)).toEqual([])
  const choose = (rows: string) => {
    phone.files.set('wxfile://sites.csv', Buffer.from(`编号,名称,类别,经度,纬度,开放时间\n${rows}`))
    Object.assign(Taro, { chooseMessageFile: async () => ({ tempFiles: [{ path: 'wxfile://sites.csv' }] }) })
  }
  choose('XH-1,滨水站,党群服务站,121.31,31.19,09:00-17:00\nXH-2,,酒吧,121.31,31.19,全天\n')
  await press('选表格导入')
  await see('有 3 处要改，一行也没有导入。')
  await see('第 3 行：没有写名称')
  await see('第 3 行：“酒吧”不是学习点的类别')
  await see(/^第 3 行：开放时间“全天”看不懂/)
  choose('XH-1,滨水站,党群服务站,121.31,31.19,09:00-17:00\n')
  await press('选表格导入')
  await see('新加 1 处，改了 0 处。')
  expect(screen.queryByText(/^第 3 行/)).toBeNull()
  expect((await site('XH-1')).name).toBe('滨水站')
})

describe('a route of the town', () => {
  const routes = async () => (await call('GET /routes', { query: { town: '310112008' } })).items
  const openRoutes = async () => {
    await signInAs('admin')
    show(<Editor />)
    await press('红色路线')
  }
  const add = async (name: string) => {
    await press('加一站')
    await press(name)
  }

  test('when 赵主任 makes one, then what is missing is said, and people walk it in his order', async () => {
    await openRoutes()
    await see('还没有路线')
    await press('新建路线')
    await add('商务区楼宇党群站(示例)')
    await press('保存')
    await see('请写路线的名字。')
    await see('一条路线至少要有两站。')
    await fill('路线的名字', '新虹红色路线')
    await add('爱博四村新时代文明实践站(示例)')
    await press('爱博四村新时代文明实践站(示例)往前一站')
    expect(await accessFaults(document.body)).toEqual([])
    await press('保存')
    await see('新虹红色路线保存好了，大家马上看得到。')
    expect(await routes()).toMatchObject([{ name: '新虹红色路线', about: null, stops: [{ siteId: 'CIV-101' }, { siteId: 'SVC-101' }] }])
  })

  test('when he changes it, then it is the same route; when he takes it away, then after asking once', async () => {
    await openRoutes()
    const [before] = await routes()
    await press('修改新虹红色路线')
    await fill('路线介绍', '一小时走完。')
    await press('去掉爱博四村新时代文明实践站(示例)')
    await add('爱博四村新时代文明实践站(示例)')
    await press('保存')
    await see('新虹红色路线保存好了，大家马上看得到。')
    expect(await routes()).toMatchObject([{ id: before?.id, about: '一小时走完。', stops: [{ siteId: 'SVC-101' }, { siteId: 'CIV-101' }] }])
    await press('修改新虹红色路线')
    await press('删掉这条路线')
    expect(await routes()).toHaveLength(1)
    await press('确定删掉')
    await see('新虹红色路线删掉了。')
    expect(await routes()).toEqual([])
  })
})

test('when somebody else comes here, then it is explained', async () => {
  await signInAs('secretary')
  show(<Editor />)
  await see('这里是学习点工作人员用的')
})

test.each([
  ['9:00-17:00', { opens: '09:00', closes: '17:00' }],
  ['09：00～24:00', { opens: '09:00', closes: '24:00' }],
  ['17:00-09:00', null],
  ['9-17', null],
  ['25:00-26:00', null],
  ['', null],
])('when hours are typed as %j, then they mean %j', (text, span) => {
  expect(spanOf(text)).toEqual(span)
})

test('when a draft is whole, then it has no faults and goes as the wire wants it', () => {
  const draft = {
    ...newSite(),
    id: 'A-1',
    name: ' 一处 ',
    lng: '121.3',
    lat: '31.1',
    lights: '18:45-22:00',
    audioUrl: ' https://a.example/1.mp3 ',
  }
  expect(siteFaults(draft)).toEqual({})
  expect(siteBody(draft)).toMatchObject({
    ...{
      id: 'A-1',
      name: '一处',
      story: null,
      fenceMetres: 100,
      lights: { opens: '18:45', closes: '22:00' },
      audioUrl: 'https://a.example/1.mp3',
    },
  })
  const bad = { ...draft, fence: '5', ways: [], exceptions: [{ date: '2027-02-30', span: '', note: '' }], lights: '晚上' }
  expect(Object.keys(siteFaults(bad)).sort()).toEqual(['exceptions', 'fence', 'lights', 'ways'])
})
