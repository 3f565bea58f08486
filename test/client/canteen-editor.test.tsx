import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import Editor from '@/pages/canteen/editor'
import { PlanDrafts } from '@/pages/canteen/editor/plan-drafts'
import { accessFaults } from '../helpers/client/access'
import { Diner, goToMorningTown, gubei, today, townTimeout } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { takePicture } from '../helpers/client/report'
import { fill, press, see, show, signInAs } from '../helpers/client/screen'

let leave: () => Promise<void>
let chen: Diner
let wang: Diner
beforeAll(async () => {
  leave = await goToMorningTown()
  chen = await Diner.is('canteen_staff')
  wang = await Diner.is('resident')
}, townTimeout)
afterAll(() => leave())

const dayAfter = (days: number) => new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const weekday = (date: string) => `周${'日一二三四五六'[new Date(`${date}T00:00:00Z`).getUTCDay()]}`
const planOf = async (date: string, sitting: string) => {
  const { items } = await chen.call('GET /canteens/:id/plans', { params: { id: gubei }, query: { from: date, days: 1 } })
  return items.find((plan) => plan.sitting === sitting)
}
async function openEditor() {
  await signInAs('canteen_staff')
  show(<Editor />)
  await see(/^\d+ 道菜/)
}
/** The week after the next has no menus but for its first days. */
async function toEmptyWeek() {
  await press('下一周')
  await see('下周')
  await press('下一周')
  await waitFor(() => expect(screen.queryByLabelText('正在加载')).toBeNull())
}
/** What is chosen out of a chat. */
const chooseFile = (text: string) => {
  phone.files.set('wxfile://menu.csv', Buffer.from(text))
  Object.assign(Taro, { chooseMessageFile: async () => ({ tempFiles: [{ path: 'wxfile://menu.csv', name: 'menu.csv' }] }) })
}

test('when a quota and a price are changed, then they stay a draft through another day, and are the guests’ after saving', async () => {
  await openEditor()
  const name = document.querySelector('.editor-name')?.textContent ?? ''
  await fill(`${name}份数`, '333')
  await fill(`${name}价格`, '9.5')
  await screen.findByText('没保存', { selector: '.chip' })
  await press('晚餐')
  await see('午餐（没保存）')
  await press('午餐（没保存）')
  expect(screen.getByLabelText(`${name}份数`)).toHaveValue(333)
  await press('保存今天午餐')
  await see('已保存，客人看到的就是这样')
  const plan = await planOf(today, 'lunch')
  expect(plan?.items[0]).toMatchObject({ quota: 333, priceFen: 950 })
})

test('when the app is killed in the middle, then the draft is there again; giving it up brings back what is saved', async () => {
  await openEditor()
  const name = document.querySelector('.editor-name')?.textContent ?? ''
  const before = screen.getByLabelText<HTMLInputElement>(`${name}份数`).valueAsNumber
  await fill(`${name}份数`, '12')
  const reborn = new PlanDrafts(gubei)
  expect(reborn.of({ date: today, sitting: 'lunch' })?.[0]?.quota).toBe('12')
  expect(new PlanDrafts('CAN-002').of({ date: today, sitting: 'lunch' })).toBeUndefined()
  await press('不改了')
  await waitFor(() => expect(screen.getByLabelText(`${name}份数`)).toHaveValue(before))
  expect(screen.queryByText('没保存')).toBeNull()
})

test('when a figure is wrong or below what is ordered, then it is said at the dish and nothing is sent', async () => {
  const order = await wang.books()
  const dish = order.items[0]
  await openEditor()
  await fill(`${dish?.name}份数`, '0')
  await see(/^已经订出 \d+ 份，份数不能比这少。/)
  phone.sent.length = 0
  await press('保存今天午餐')
  expect(phone.sent.filter((sent) => sent.startsWith('PUT'))).toEqual([])
  await fill(`${dish?.name}价格`, '1.234')
  await press('不改了')
})

test('when a dish is switched to sold out, then guests cannot order it at once, while other changes stay drafts', async () => {
  await openEditor()
  const names = [...document.querySelectorAll('.editor-name')].map(({ textContent }) => textContent ?? '')
  await fill(`${names[1]}份数`, '77')
  await press(`${names[2]}售完`)
  await waitFor(() => expect(screen.getByRole('switch', { name: `${names[2]}售完` })).toHaveAttribute('aria-checked', 'true'))
  expect((await planOf(today, 'lunch'))?.items[2]?.soldOut).toBe(true)
  expect(screen.getByLabelText(`${names[1]}份数`)).toHaveValue(77)
  await press(`${names[2]}售完`)
  await waitFor(() => expect(screen.getByRole('switch', { name: `${names[2]}售完` })).toHaveAttribute('aria-checked', 'false'))
  await press('不改了')
})

test('when a dish is put in and another taken out, then the meal is saved so', async () => {
  await openEditor()
  await press(weekday(dayAfter(1)) === '周一' ? '下一周' : weekday(dayAfter(1)))
  if (weekday(dayAfter(1)) === '周一') await press('周一')
  await waitFor(() => expect(document.querySelector('.editor-line')).not.toBeNull())
  // the first is on the demo family's order
  const gone = document.querySelectorAll('.editor-name')[1]?.textContent ?? ''
  await press(`去掉${gone}`)
  await press('加菜')
  await fill('找菜', '虾')
  await press(/^加.*虾/)
  await press('加好了')
  await press('保存明天午餐')
  await see('已保存，客人看到的就是这样')
  const names = [...document.querySelectorAll('.editor-name')].map(({ textContent }) => textContent)
  expect(names).not.toContain(gone)
  expect(names.at(-1)).toMatch(/虾/)
})

test('when last week is copied, then drafts come, and are open to guests only after they are published with a second tap', async () => {
  await openEditor()
  await toEmptyWeek()
  await press('抄上一周的菜单')
  await see(/^抄来 \d+ 餐，都是草稿。看过再公布。$/)
  await press(/^公布这一周的 \d+ 餐草稿$/)
  await see(/^公布后客人马上可以订，共 \d+ 餐。$/)
  await press('公布')
  await see(/^公布了 \d+ 餐，客人可以订了。$/)
  expect(screen.queryByRole('button', { name: /^公布这一周/ })).toBeNull()
})

test('when a file is right, then its meals are drafts; when it is not, then each bad row is named with why', async () => {
  const day = dayAfter(30)
  await openEditor()
  chooseFile(`date,meal,dish_code,quota,price_fen\n${day},lunch,D001,40,1200\n${day},lunch,D002,30,`)
  await press('导入表格（CSV、Excel）')
  await see('导入了 2 行、1 餐，都是草稿。看过再公布。')
  expect((await planOf(day, 'lunch'))?.items.map(({ dishId, quota }) => [dishId, quota])).toEqual([
    ['D001', 40],
    ['D002', 30],
  ])
  chooseFile(`date,meal,dish_code,quota\n${day},lunch,D999,40\n${day},lunch,D001,-3`)
  await press('导入表格（CSV、Excel）')
  await see(/^第 2 行：.*D999/)
  await see(/^第 3 行：/)
})

test('when a meal is called off, then it is said before how many orders go, and they are cancelled with the reason', async () => {
  const order = await wang.books({ sitting: 'dinner' })
  await openEditor()
  await press('晚餐')
  await press('今天晚餐不供应了')
  await see(/^1 份订餐会全部取消，客人会收到通知，付过的钱会退。/)
  await press('确认停供')
  await see('请写一句原因，客人会看到。')
  await press('停水停电')
  await press('确认停供')
  await see('已停供，取消了 1 份订餐，客人都收到了通知。')
  expect(await wang.call('GET /orders/:id', { params: { id: order.id } })).toMatchObject({ state: 'cancelled', endedReason: '停水停电' })
  await see('已停供')
  expect(screen.queryByRole('button', { name: '加菜' })).toBeNull()
})

test('when a dish is added with a picture, then it is among the dishes and can be put on a menu', async () => {
  await openEditor()
  await press('所有菜品')
  await press('加一道菜')
  await press('保存这道菜')
  await see('请写菜名。')
  await fill('菜名', '蒜蓉西兰花')
  await press('素菜')
  await fill('价格', '5')
  for (const figure of ['热量（千卡）', '蛋白质（克）', '脂肪（克）', '碳水（克）', '钠（毫克）']) await fill(figure, '10.5')
  await press('大豆')
  phone.pictures = [await takePicture('/tmp/dish.jpg')]
  await press('选一张照片')
  await see('换一张照片')
  await press('保存这道菜')
  await see('蒜蓉西兰花已保存')
  const { items } = await chen.call('GET /canteens/:id/dishes', { params: { id: gubei } })
  expect(items.find(({ name }) => name === '蒜蓉西兰花')).toMatchObject({
    kind: 'veg',
    priceFen: 500,
    kcal: 10.5,
    allergens: ['soy'],
    pictureUrl: expect.any(String),
  })
})

test('when a dish is being changed and another page is looked at, then it is as it was left', async () => {
  await openEditor()
  await press('所有菜品')
  await press('改红烧肉')
  await fill('价格', '13')
  await press('每天的菜单')
  await press('所有菜品')
  expect(screen.getByLabelText('价格')).toHaveValue('13')
  await press('不改了')
  await press('改红烧肉')
  expect(screen.getByLabelText('价格')).toHaveValue('12')
})

test('when the editor is listened to, then nothing is without a name', async () => {
  await openEditor()
  expect(await accessFaults(document.body)).toEqual([])
  await press('所有菜品')
  await press('加一道菜')
  expect(await accessFaults(document.body)).toEqual([])
})

test('when somebody who does not work in a canteen comes here, then it is explained', async () => {
  await signInAs('resident')
  show(<Editor />)
  await see('这里是食堂工作人员用的')
})
