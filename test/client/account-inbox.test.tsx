import { screen, waitFor } from '@testing-library/react'
import Inbox from '@/pages/account/inbox/index'
import { session } from '@/session/session'
import { phone } from '../helpers/client/phone'
import { nextScreen, press, see, show, signInAs, signInAsNewcomer, signOut, target } from '../helpers/client/screen'
import { type SomebodyElse, somebodyElse } from '../helpers/client/somebody-else'

let admin: SomebodyElse

/** 赵主任 makes the phone's owner a board editor, and takes it back: two messages each time. */
async function getMessages(pairs: number): Promise<void> {
  await signInAsNewcomer()
  await session.update({ home: { areaCode: '310112008012' } })
  const id = session.person?.id ?? ''
  admin = await somebodyElse('admin')
  for (let at = 0; at < pairs; at += 1) {
    const body = { role: 'board_editor', scopeCode: '310112008' } as const
    const grant = await admin.call('POST /people/:id/grants', { params: { id }, body })
    await admin.call('DELETE /grants/:id', { params: { id: grant.id } })
  }
}

const cards = () => screen.queryAllByText('身份变更')
const unread = () => screen.queryAllByText('未读')

test('when there are messages, then the newest is first and what is unread says so in a word', async () => {
  await getMessages(1)
  show(<Inbox />)
  await waitFor(() => expect(cards()).toHaveLength(2))
  expect(document.body.textContent).toMatch(/您不再是.*您现在是/s)
  expect(unread()).toHaveLength(2)
  expect(screen.getByText('2 条没看')).toBeVisible()
  expect(screen.getAllByText('刚刚')).toHaveLength(2)
})

test('when a message is tapped, then it is read, here and on the server', async () => {
  await getMessages(1)
  show(<Inbox />)
  await press(/您现在是/)
  await waitFor(() => expect(unread()).toHaveLength(1))
  await see('1 条没看')
  expect(session.unreadCount).toBe(1)
  phone.happen('show')
  await waitFor(() => expect(phone.sent.filter((sent) => sent === 'GET /inbox')).toHaveLength(2))
  expect(unread()).toHaveLength(1)
})

test('when all are marked as read, then none is unread any more', async () => {
  await getMessages(1)
  show(<Inbox />)
  await press('全部已读')
  await see('都看过了')
  expect(unread()).toHaveLength(0)
  expect(session.unreadCount).toBe(0)
})

test('when marking does not get through, then it says so and they stay unread', async () => {
  await getMessages(1)
  show(<Inbox />)
  await see('全部已读')
  phone.setNetwork('off')
  await press('全部已读')
  await see('网络连不上，请检查网络后再试。')
  expect(unread()).toHaveLength(2)
})

test('when the end of the list is reached, then older ones come, each once, to the last', async () => {
  await getMessages(13)
  show(<Inbox />)
  await waitFor(() => expect(cards()).toHaveLength(20))
  phone.setNetwork('off')
  phone.happen('reachBottom')
  await see('网络连不上，请检查网络后再试。')
  phone.setNetwork('on')
  await press('重试')
  await waitFor(() => expect(cards()).toHaveLength(26))
  await see('就这些了')
})

test('when a message is about a matter, then a tap opens the matter', async () => {
  await signInAs('resident')
  show(<Inbox />)
  await press(/楼道堆物/)
  expect(await nextScreen()).toMatch(/^\/pages\/report\/detail\/index\?id=/)
})

test('when there is nothing, then it says when there will be, and what to do', async () => {
  await signInAsNewcomer()
  show(<Inbox />)
  await see('还没有消息')
  await press('去随手报')
  expect(await nextScreen()).toBe('/pages/report/choose/index')
})

test('when the list does not come, then it says why and can be tried again', async () => {
  await signInAsNewcomer()
  phone.setNetwork('off')
  show(<Inbox />)
  await see('没有加载出来')
  phone.setNetwork('on')
  await press('重试')
  await see('还没有消息')
})

test('when the page is pulled down, then it is looked at again', async () => {
  await getMessages(0)
  show(<Inbox />)
  await see('还没有消息')
  const grant = { role: 'board_editor', scopeCode: '310112008' } as const
  await admin.call('POST /people/:id/grants', { params: { id: session.person?.id ?? '' }, body: grant })
  phone.happen('pullDown')
  await see('身份变更')
  expect(phone.asked).toContainEqual({ name: 'stopPullDownRefresh' })
})

test('when signing in ends while the page is open, or the phone changes hands, then the new person’s messages come', async () => {
  await signOut()
  show(<Inbox />)
  await see('请先登录')
  await signInAs('resident')
  await target(/您的上报已收到/)
  await signInAsNewcomer()
  await see('还没有消息')
  expect(screen.queryAllByText(/您的上报/)).toEqual([])
})

test('when nobody is signed in, then the way to sign in is shown and nothing is asked for', async () => {
  await signOut()
  show(<Inbox />)
  await see('请先登录')
  expect(phone.sent).not.toContain('GET /inbox')
})
