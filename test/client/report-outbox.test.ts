import { waitFor } from '@testing-library/react'
import { call } from '@/lib/request'
import type { Draft } from '@/pages/report/draft'
import { drafts } from '@/pages/report/drafts-store'
import { outbox } from '@/pages/report/outbox-store'
import { PictureTray } from '@/pages/report/picture-tray'
import { session } from '@/session/session'
import { answer, standBehindGateway } from '../helpers/client/gateway'
import { phone } from '../helpers/client/phone'
import { draftOf, takePicture } from '../helpers/client/report'
import { signInAs } from '../helpers/client/screen'

const trays: PictureTray[] = []
function trayOf(draft: Draft): PictureTray {
  const tray = new PictureTray(draft.pictures)
  trays.push(tray)
  return tray
}
const send = (draft: Draft) => outbox.send(draft, trayOf(draft))
const mine = async (text: string) =>
  (await call('GET /reports', { query: { scope: 'mine', limit: 100 } })).items.filter((report) => report.text === text)

beforeEach(() => signInAs('resident'))
afterEach(() => {
  for (const tray of trays.splice(0)) tray.close()
})

test('when a report is sent, then it arrives and the draft is gone', async () => {
  const draft = draftOf('LT.FAULT')
  const report = await send(draft)
  expect(report).toMatchObject({ state: 'submitted', text: draft.text, compoundName: '爱博四村' })
  expect(drafts.find(draft.id)).toBeUndefined()
  expect(outbox.sent.get(draft.id)?.id).toBe(report.id)
})

test('when there is no network, then the report waits on the phone with why, and goes out when the network is back', async () => {
  const draft = draftOf('LT.FAULT')
  phone.setNetwork('off')
  await expect(send(draft)).rejects.toMatchObject({ status: 0 })
  expect(drafts.unsent).toMatchObject([{ id: draft.id, state: 'queued', refusal: expect.stringContaining('网络') }])
  phone.setNetwork('on')
  await waitFor(() => expect(outbox.sent.has(draft.id)).toBe(true))
  expect(await mine(draft.text)).toHaveLength(1)
})

test('when the app was killed with pictures unsent, then report and pictures go out at the next start', async () => {
  const path = 'wxfile://store_p'
  await takePicture(path)
  const draft = draftOf('CO.STACK', { pictures: [{ key: `key-${Math.random()}`, path, photoId: null }], state: 'queued' })
  drafts.put(draft)
  const next = { session, drafts, outbox }
  jest.isolateModules(() => {
    next.session = jest.requireActual('@/session/session').session
    next.drafts = jest.requireActual('@/pages/report/drafts-store').drafts
    next.outbox = jest.requireActual('@/pages/report/outbox-store').outbox
  })
  expect(next.drafts.unsent).toHaveLength(1)
  await next.session.start()
  await waitFor(() => expect(next.drafts.unsent).toHaveLength(0))
  const [card] = await mine(draft.text)
  expect(card?.coverUrl).toMatch(/^\/api\/v1\/photos\//)
  await waitFor(() => expect(phone.files.has(path)).toBe(false))
})

test('when the answer is lost on its way, then sending again makes no second report', async () => {
  const draft = draftOf('LT.FAULT')
  const report = await send(draft)
  // as the phone saw it: sent, and nothing came back
  const body = { ...draft, state: 'queued' as const, attempt: null, happenedAt: report.happenedAt }
  drafts.put(body)
  await outbox.resend(draft.id)
  expect(await mine(draft.text)).toHaveLength(1)
})

test('when the server is in trouble, then the report is kept and what was tried stays word for word', async () => {
  const draft = draftOf('LT.FAULT')
  const goHome = await standBehindGateway([answer(500, '{}')])
  await expect(send(draft)).rejects.toMatchObject({ status: 500 })
  await goHome()
  const kept = drafts.find(draft.id)
  expect(kept).toMatchObject({ state: 'queued', attempt: { text: draft.text } })
  await outbox.flush()
  expect(outbox.sent.get(draft.id)?.happenedAt).toBe(new Date(kept?.attempt?.happenedAt ?? '').toISOString().replace(/\.?0+Z$/, 'Z'))
})

test('when the server says no, then the draft stays with the reason and is not sent again by itself', async () => {
  const draft = draftOf('LT.FAULT', { location: { lng: 116.4, lat: 39.9 } })
  await expect(send(draft)).rejects.toMatchObject({ code: 'report-place-outside' })
  expect(drafts.find(draft.id)).toMatchObject({ state: 'refused', refusal: expect.stringContaining('不在本街镇'), attempt: null })
  phone.sent.length = 0
  await outbox.flush()
  expect(phone.sent).not.toContain('POST /reports')
})

test('when the phone’s clock is fast, then the server’s counts', async () => {
  const ahead = new Date(Date.now() + 3_600_000).toISOString()
  const draft = draftOf('LT.FAULT')
  drafts.put({ ...draft, state: 'queued', attempt: { ...attemptOf(draft), happenedAt: ahead } })
  await outbox.resend(draft.id)
  expect(new Date(outbox.sent.get(draft.id)?.happenedAt ?? 0).getTime()).toBeLessThan(Date.now() + 1000)
})

const attemptOf = (draft: Draft) => ({ categoryCode: draft.categoryCode, text: draft.text, compoundCode: draft.compound?.code ?? '' })

test('when the time was chosen in the future, then it is the person’s to mend', async () => {
  const draft = draftOf('LT.FAULT', { happenedAt: new Date(Date.now() + 3_600_000).toISOString() })
  await expect(send(draft)).rejects.toMatchObject({ code: 'report-time-future' })
  expect(drafts.find(draft.id)?.state).toBe('refused')
})

test('when a draft’s uploads are not there any more, then the pictures are sent anew', async () => {
  const path = 'wxfile://store_old'
  await takePicture(path)
  const gone = '0199f000-0000-7000-8000-00000000dead'
  const draft = draftOf('CO.STACK', { pictures: [{ key: `key-${Math.random()}`, path, photoId: gone }] })
  const report = await send(draft)
  expect(report.photos).toHaveLength(1)
  expect(report.photos[0]?.id).not.toBe(gone)
})

test('when a picture is no longer on the phone, then the report does not go out without it', async () => {
  const draft = draftOf('CO.STACK', { pictures: [{ key: 'key-nowhere', path: '/tmp/nowhere.jpg', photoId: null }] })
  await expect(send(draft)).rejects.toMatchObject({ code: 'photo-not-sent' })
  expect(drafts.find(draft.id)).toBeDefined()
})

test('when the same draft is sent twice at once, then there is one report', async () => {
  const draft = draftOf('LT.FAULT')
  drafts.put({ ...draft, state: 'queued' })
  await Promise.all([outbox.resend(draft.id), outbox.resend(draft.id), outbox.flush()])
  expect(await mine(draft.text)).toHaveLength(1)
})
