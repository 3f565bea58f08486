import { screen, waitFor } from '@testing-library/react'
import Guests from '@/pages/canteen/guests'
import { ageAt, birthdayFault } from '@/pages/canteen/guests/birthday'
import { GuestStore } from '@/pages/canteen/guests/guest-store'
import { accessFaults } from '../helpers/client/access'
import { answer, standBehindGateway } from '../helpers/client/gateway'
import { fill, press, see, show, signInAs } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

/** The digits that somebody shows at the counter. */
async function digitsOf(persona: Parameters<typeof somebodyElse>[0]): Promise<string> {
  const { call } = await somebodyElse(persona)
  return (await call('POST /me/consent-codes')).code
}
async function lookUp(code: string) {
  await signInAs('canteen_staff')
  show(<Guests />)
  await fill('六位数字', code)
  await press('查这位客人')
}

test('when a guest shows six digits, then it is seen who they are and what is written down', async () => {
  await lookUp(await digitsOf('resident'))
  await see('王阿姨')
  expect(screen.getByText(/^\d{3}\*{4}\d{4}$/)).toBeVisible()
  expect(screen.getByText(/^82 岁 · 住在本区 · 上海户籍$|^8\d 岁 · 住在本区 · 上海户籍$/)).toBeVisible()
  expect(screen.getByText('送餐到：爱博四村 20号楼 301')).toBeVisible()
  expect(screen.queryByRole('button', { name: '保存登记' })).toBeNull()
  expect(await accessFaults(document.body)).toEqual([])
})

test('when papers are shown for the first time, then they are written down part by part and the guest reads it', async () => {
  const neighbour = await somebodyElse('neighbour')
  await lookUp((await neighbour.call('POST /me/consent-codes')).code)
  await see('年龄还没核对')
  await fill('出生年', '1944')
  await fill('出生月', '2')
  await fill('出生日', '30')
  await press('保存登记')
  await see('没有这一天，请对照证件再看一遍。')
  await fill('出生日', '29')
  await see(/^今年 8\d 岁$/)
  await press('住在本区')
  await press('登记送餐到家')
  await press('保存登记')
  await see('请写送到哪里：小区、楼号、门牌。')
  await fill('送餐地址', '爱博四村 20号楼 602')
  await press('保存登记')
  await see('已登记，订餐时自动优惠。已发消息告诉本人。')
  await see(/^8\d 岁 · 住在本区$/)
  const { items } = await neighbour.call('GET /inbox')
  expect(items[0]?.title).toBe('已登记')
})

test('when the digits are not whole or wrong, then it is said beside the field', async () => {
  await lookUp('12')
  await see('请输客人手机上的六位数字。')
  await fill('六位数字', '000000')
  await press('查这位客人')
  await waitFor(() => expect(document.querySelector('.field-error')).toHaveTextContent(/\p{Script=Han}/u))
  expect(screen.queryByText('看过证件再登记')).toBeNull()
})

test('when meals were not collected, then a word with the guest lets them book again', async () => {
  await signInAs('canteen_staff')
  const guest = {
    personId: '0199f000-0000-7000-8000-000000000001',
    nickname: '孙阿姨',
    phone: null,
    birthday: null,
    statuses: [],
    deliveryAddress: null,
  }
  const store = new GuestStore('CAN-001')
  const goHome = await standBehindGateway([
    answer(200, JSON.stringify({ ...guest, noShows: 3, blocked: true })),
    answer(200, JSON.stringify({ ...guest, noShows: 0, blocked: false })),
  ])
  store.typeCode('123456')
  await store.lookUp()
  expect(store.guest?.blocked).toBe(true)
  await store.haveWord()
  expect(store.errors.note).toBe('请写一句谈了什么。')
  store.write({ note: '身体不舒服', address: '写了一半' })
  await store.haveWord()
  expect(store).toMatchObject({ guest: { blocked: false }, saved: 'words', address: '写了一半', note: '' })
  await goHome()
})

test('when the next guest comes, then nothing of the one before is left', async () => {
  await lookUp(await digitsOf('resident'))
  await see('王阿姨')
  await press('登记送餐到家')
  await press('不保存，下一位')
  await see('客人出示的六位数字')
  expect(screen.getByLabelText('六位数字')).toHaveValue(null)
})

test('when somebody who does not work in a canteen comes here, then it is explained', async () => {
  await signInAs('grid_worker')
  show(<Guests />)
  await see('这里是食堂工作人员用的')
})

describe('a birthday in parts', () => {
  const now = Date.parse('2026-11-24T09:00:00+08:00')
  test.each([
    [{ year: '1944', month: '3', day: '8' }, null, 82],
    [{ year: '1944', month: '11', day: '25' }, null, 81],
    [{ year: '1944', month: '02', day: '29' }, null, 82],
    [{ year: '1943', month: '2', day: '29' }, '没有这一天，请对照证件再看一遍。', null],
    [{ year: '44', month: '3', day: '8' }, '没有这一天，请对照证件再看一遍。', null],
    [{ year: '1844', month: '3', day: '8' }, '年份不对，请对照证件再看一遍。', null],
    [{ year: '2026', month: '11', day: '24' }, '年份不对，请对照证件再看一遍。', null],
    [{ year: '1944', month: '', day: '8' }, '请照证件写全年、月、日。', null],
  ] as const)('when it is %j, then what is wrong is %s and the age %s', (text, fault, age) => {
    expect(birthdayFault(text, now)).toBe(fault)
    expect(ageAt(text, now)).toBe(age)
  })
})
