import { cleanup, screen, waitFor } from '@testing-library/react'
import Mailbox from '@/pages/study/mailbox'
import { MailboxStore } from '@/pages/study/mailbox/mailbox-store'
import MailboxReview from '@/pages/study/mailbox-review'
import { ReviewStore } from '@/pages/study/mailbox-review/review-store'
import { accessFaults } from '../helpers/client/access'
import { cardAtCorner, checkInAtCorner } from '../helpers/client/mailbox'
import { fill, nextScreen, press, see, show, signInAs, signOut } from '../helpers/client/screen'
import { somebodyElse } from '../helpers/client/somebody-else'

test('when somebody has not checked in today, then the way to check in is shown', async () => {
  await signInAs('grid_leader')
  show(<Mailbox />)
  await press('写一张寄语')
  await see('先打个卡，再写寄语')
  await press('去打卡')
  expect(await nextScreen()).toBe('/pages/study/check-in/index')
})

test('when a card is written, then it waits among mine, hangs after review, and can be taken back', async () => {
  const daughter = await somebodyElse('daughter')
  await checkInAtCorner(daughter)
  await signInAs('daughter')
  show(<Mailbox />)
  await press('写一张寄语')
  await see(/^共享空间学习角\(东\) · .*的打卡$/)
  await press('投进邮筒')
  await see('请写一句寄语。')
  await fill('寄语', '灯光真好看，明年还来。')
  await press('署名“王小雯”')
  await press('投进邮筒')
  await see('投进去了，有人看过就会挂出来。')
  await see('等人看过')
  const zhou = await somebodyElse('site_host')
  const { items } = await zhou.call('GET /mailbox/queue')
  const card = items.find(({ text }) => text === '灯光真好看，明年还来。')
  await zhou.call('POST /mailbox/cards/:id/decisions', { params: { id: card?.id ?? '' }, body: { shows: true }, key: `show-${card?.id}` })
  await press('大家的寄语')
  show(<Mailbox />, { tab: 'mine' })
  await see('挂出来了')
  await press('收回：灯光真好看，明年还来')
  await see('收回后这张寄语就没有了，确定吗？')
  await press('收回')
  await waitFor(() => expect(screen.queryByText('挂出来了')).toBeNull())
})

test('when the app is killed while writing, then the words are still there for who wrote them, and nobody else', async () => {
  await signInAs('resident')
  new MailboxStore().write({ text: '写了一半' })
  expect(new MailboxStore().text).toBe('写了一半')
  await signInAs('neighbour')
  expect(new MailboxStore().text).toBe('')
})

test('when nobody is signed in, then the wall can be read, and writing leads to the sign-in', async () => {
  await signOut()
  show(<Mailbox />)
  await press('写一张寄语')
  expect(await nextScreen()).toBe('/pages/account/sign-in/index')
  await press('我写的')
  await see('请先登录')
})

describe('reviewing', () => {
  test('when 小周 reads the cards, then he shows one, and sends one back with a word', async () => {
    await cardAtCorner(await somebodyElse('resident'), '愿大家平安。')
    await cardAtCorner(await somebodyElse('neighbour'), '有事打我电话。')
    await signInAs('site_host')
    show(<MailboxReview />)
    await press('挂出来：愿大家平安。')
    await see('挂出来了，已告诉写的人。')
    await waitFor(() => expect(screen.queryByText('愿大家平安。')).toBeNull())
    await press('退回：有事打我电话。')
    await press('退回')
    await see('请写一句原因，写的人会收到。')
    await press('请不要写电话或住址')
    await press('退回')
    await see('退回了，已把您的话告诉写的人。')
  })

  test('when one that hangs there had better not, then he takes it down with a word, and its writer reads both', async () => {
    const wen = await somebodyElse('daughter')
    const id = await cardAtCorner(wen, '加我微信，有好货。')
    await signInAs('site_host')
    show(<MailboxReview />)
    await press('挂出来：加我微信，有好货。')
    await see('挂出来了，已告诉写的人。')
    await press('挂着的')
    await press('取下来：加我微信，有好货。')
    expect(await accessFaults(document.body)).toEqual([])
    await press('取下来')
    await see('请写一句原因，写的人会收到。')
    await press('请不要写广告')
    await press('取下来')
    await see('取下来了，已把您的话告诉写的人。')
    await waitFor(() => expect(screen.queryByText('加我微信，有好货。')).toBeNull())
    cleanup()
    await signInAs('daughter')
    show(<Mailbox />, { tab: 'mine' })
    await see('取下来了')
    await see('留言：请不要写广告')
    await wen.call('DELETE /mailbox/cards/:id', { params: { id } })
  })

  test('when the writer was faster, then the reviewer reads so, and the card is gone', async () => {
    const party = await somebodyElse('party_member')
    const id = await cardAtCorner(party, '写了又收回。')
    await signInAs('site_host')
    const store = new ReviewStore()
    await store.queue.refresh()
    expect(store.queue.items.map((card) => card.id)).toContain(id)
    await party.call('DELETE /mailbox/cards/:id', { params: { id } })
    await store.decide(id, true)
    expect(store.done).toBe('写的人已经收回这张寄语，不用看了。')
    expect(store.queue.items.map((card) => card.id)).not.toContain(id)
  })

  test('when somebody who reviews nothing comes here, then it is explained', async () => {
    await signInAs('resident')
    show(<MailboxReview />)
    await press('看大家的寄语')
    expect(await nextScreen()).toBe('/pages/study/mailbox/index')
  })
})
