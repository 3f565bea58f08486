import Taro from '@tarojs/taro'
import { screen, waitFor } from '@testing-library/react'
import Kitchen from '@/pages/canteen/kitchen'
import { accessFaults } from '../helpers/client/access'
import { Diner, goToMorningTown, gubei, today, townTimeout } from '../helpers/client/canteen-town'
import { phone } from '../helpers/client/phone'
import { press, see, show, signInAs } from '../helpers/client/screen'
import { send } from '../helpers/client/taro-http'

let leave: () => Promise<void>
let wang: Diner

beforeAll(async () => {
  leave = await goToMorningTown()
  wang = await Diner.is('resident')
}, townTimeout)
afterAll(() => leave())

async function openKitchen() {
  await signInAs('canteen_staff')
  show(<Kitchen />)
}
const rowOf = (dish: string) => screen.getByText(dish).closest('.kitchen-row')
/** WeChat's downloads, on the network of the phone; `opened` are the documents it shows. */
function withDownloads() {
  const opened: unknown[] = []
  Object.assign(Taro, {
    downloadFile: async ({ url, header }: { url: string; header: Record<string, string> }) => {
      const { statusCode } = await send('downloadFile', { url, header }).done
      return { statusCode, tempFilePath: 'wxfile://tmp_list.xlsx' }
    },
    openDocument: async (asked: unknown) => opened.push(asked),
  })
  return opened
}

test('when nobody has ordered, then the kitchen reads that; when some have, then what to make in all and for each window', async () => {
  await openKitchen()
  await see('今天午餐还没有人订')
  const { items, dishes } = await wang.call('GET /canteens/:id/menus', { params: { id: gubei }, query: { from: today, days: 1 } })
  const menu = items.find(({ sitting }) => sitting === 'lunch')
  const single = dishes.filter(({ id, parts }) => parts.length === 0 && menu?.items.some(({ dishId }) => dishId === id))
  const [meat, soup] = [single[0], single[1]]
  const [early, late] = [menu?.windows[0]?.starts, menu?.windows[1]?.starts]
  await wang.books({ window: early, items: [{ dishId: meat?.id ?? '', quantity: 2 }], note: '少放盐' })
  await wang.books({
    window: late,
    items: [
      { dishId: meat?.id ?? '', quantity: 1 },
      { dishId: soup?.id ?? '', quantity: 1 },
    ],
  })
  phone.happen('pullDown')
  await see('2 份')
  expect(rowOf(meat?.name ?? '')).toHaveTextContent(/321$/)
  expect(rowOf(soup?.name ?? '')).toHaveTextContent(/1·1$/)
  expect(document.querySelector('.kitchen-head')).toHaveTextContent(`${early}1 人${late}1 人`)
  await see('少放盐')
  expect(screen.getByText('客人的备注 1 条')).toBeVisible()
  expect(await accessFaults(document.body)).toEqual([])
})

test('when a meal goes to a door, then the list says whose and where', async () => {
  await wang.books({ mode: 'delivery', sitting: 'dinner' })
  await openKitchen()
  await press('晚餐')
  await see('送餐到家 1 份')
  expect(screen.getByText('爱博四村 20号楼 301')).toBeVisible()
})

test('when the list is wanted as a workbook, then it is fetched and shown; when it does not come, then why', async () => {
  const opened = withDownloads()
  await openKitchen()
  await press('晚餐')
  await press('导出 Excel')
  await waitFor(() => expect(opened).toEqual([{ filePath: 'wxfile://tmp_list.xlsx', fileType: 'xlsx', showMenu: true }]))
  expect(phone.sent).toContain(`GET /canteens/${gubei}/kitchen.xlsx`)
  phone.setNetwork('off')
  await press('导出 Excel')
  await see('网络连不上，请检查网络后再试。')
})

test('when it runs in WeChat, then printing is not offered', async () => {
  await openKitchen()
  await press('晚餐')
  await see('导出 Excel')
  expect(screen.queryByRole('button', { name: '打印' })).toBeNull()
})

test('when the network goes, then the list stays and the reason stands above it', async () => {
  await openKitchen()
  await press('晚餐')
  await see('送餐到家 1 份')
  phone.setNetwork('off')
  phone.happen('pullDown')
  await waitFor(() => expect(screen.getByText('网络连不上，请检查网络后再试。')).toBeVisible(), { timeout: 8000 })
  expect(screen.getByText('送餐到家 1 份')).toBeVisible()
})

test('when somebody who does not work in a canteen comes here, then it is explained', async () => {
  await signInAs('resident')
  show(<Kitchen />)
  await see('这里是食堂工作人员用的')
})
