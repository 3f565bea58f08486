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
  await screen.findByLabelText('去掉第 1 张照片')
  await press('保存')
  await see('保存好了，大家马上看得到。')
  expect((await site()).photos).toHaveLength(1)
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
