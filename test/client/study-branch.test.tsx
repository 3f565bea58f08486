import Taro from '@tarojs/taro'
import { cleanup, screen, waitFor } from '@testing-library/react'
import Branch from '@/pages/study/branch'
import { lastMonths, monthName } from '@/pages/study/months'
import Xuexi from '@/pages/study/xuexi'
import { accessFaults } from '../helpers/client/access'
import { phone } from '../helpers/client/phone'
import { takePicture } from '../helpers/client/report'
import { fill, press, see, show, signInAs } from '../helpers/client/screen'

const [thisMonth, lastMonth] = lastMonths(Date.now(), 2) as [string, string]

async function sayTotal(total: string): Promise<void> {
  await signInAs('party_member')
  phone.pictures = [await takePicture('wxfile://shot.jpg')]
  show(<Xuexi />)
  await fill('总分', total)
  await press('选截图')
  await waitFor(() => expect(screen.getByRole('button', { name: '换一张截图' })).toBeInTheDocument())
  await press('交给书记确认')
}

test('when 李强 writes down his total, then what is missing is said beside it, and it waits for the secretary', async () => {
  await signInAs('party_member')
  show(<Xuexi />)
  await see('爱博四村党支部')
  await press('交给书记确认')
  await see('请填学习强国里的总分。')
  await see('请选一张看得到总分的截图。')
  expect(await accessFaults(document.body)).toEqual([])
})

test('when he sends it, then 陈书记 sees it beside the screenshot, sends it back with a word, and confirms the next', async () => {
  await sayTotal('152300')
  await see('交上去了。书记看过，您会收到消息。')
  await see('等书记确认')
  await signInAs('secretary')
  cleanup()
  show(<Branch />)
  await press('学习强国')
  await see('152300')
  expect(await accessFaults(document.body)).toEqual([])
  await press('退回')
  await see('请写一句为什么退回，本人会看到。')
  await fill('给本人的话', '多打了一个 0')
  await press('退回')
  await see('退回了，已发消息告诉本人。')
})

test('when it was sent back, then he reads why, and the next is confirmed and stands in the month’s table', async () => {
  await signInAs('party_member')
  show(<Xuexi />)
  await see('退回了，请改好再交')
  await see('书记说：多打了一个 0')
  cleanup()
  await sayTotal('15230')
  await see('等书记确认')
  await signInAs('secretary')
  cleanup()
  show(<Branch />)
  await see('李强')
  await press('学习强国')
  await see('15230')
  await press('确认')
  await see('确认了，已发消息告诉本人。')
  await press('参加情况')
  await waitFor(() => expect(document.querySelector('.branch-row:not(.branch-head)')).toHaveTextContent('15230'))
  expect(document.body).toHaveTextContent(/1 \/ 1 人/)
  await press('上月')
  await waitFor(() => expect(document.body).toHaveTextContent('上月参加的人'))
  expect(await accessFaults(document.body)).toEqual([])
})

test('when 陈书记 imports a file with a bad row, then it is named; a good one counts', async () => {
  await signInAs('secretary')
  show(<Branch />)
  await press('学习强国')
  const choose = (text: string) => {
    phone.files.set('wxfile://totals.csv', Buffer.from(text))
    Object.assign(Taro, { chooseMessageFile: async () => ({ tempFiles: [{ path: 'wxfile://totals.csv' }] }) })
  }
  choose('成员,总分\n李强,1\n没有这人,5\n')
  await press('选表格导入')
  await see('有 2 处要改，一行也没有导入。')
  await see('第 3 行：支部里没有“没有这人”')
  choose('成员,总分\n李强,15300\n')
  await press('选表格导入')
  await see('记上了 1 位。')
})

test('when 赵主任 looks, then he reads the sums of each branch and no names', async () => {
  await signInAs('admin')
  show(<Branch />)
  await press('商务区楼宇党支部(示例)')
  await see('0 / 0 人')
  await see('各人的情况由支部书记看，这里只列合计。')
  expect(screen.queryByText('学习强国')).toBeNull()
})

test('when somebody else comes here, then it is explained', async () => {
  await signInAs('resident')
  show(<Branch />)
  await see('这里是支部书记用的')
  cleanup()
  show(<Xuexi />)
  await see('这里是党员用的')
})

test.each([
  [thisMonth, '本月'],
  [lastMonth, '上月'],
])('when the month is %s, then people say %s', (month, words) => {
  expect(monthName(month, Date.now())).toBe(words)
})

test('when months are named in January, then those of the year before have it', () => {
  const now = Date.parse('2027-01-15T04:00:00Z')
  expect(lastMonths(now, 3).map((month) => monthName(month, now))).toEqual(['本月', '上月', '2026年11月'])
})
