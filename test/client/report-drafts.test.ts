import { unsent } from '@/lib/unsent'
import { bodyOf, isWorthKeeping } from '@/pages/report/draft'
import { drafts } from '@/pages/report/drafts-store'
import { missingIn } from '@/pages/report/new/missing'
import { session } from '@/session/session'
import type { Category } from '../../contract/report'
import { phone } from '../helpers/client/phone'
import { draftOf } from '../helpers/client/report'
import { signInAs } from '../helpers/client/screen'

const category = (evidence: Category['evidence']) => ({ code: 'CO.STACK', name: '楼道堆物', evidence }) as Category

/** The app is killed and opened again. */
function reopened(): typeof drafts {
  const loaded: (typeof drafts)[] = []
  jest.isolateModules(() => {
    loaded.push(jest.requireActual<typeof import('@/pages/report/drafts-store')>('@/pages/report/drafts-store').drafts)
  })
  return loaded[0] as typeof drafts
}

beforeEach(() => signInAs('resident'))

test('when a draft is begun at home, then the place is that of the home', () => {
  expect(draftOf('CO.STACK')).toMatchObject({ compound: { code: 'CP31011200801201', name: '爱博四村' }, building: '20号楼', floor: '' })
})

test('when two drafts are kept and the app is killed, then both are there, the newer first', () => {
  drafts.put(draftOf('CO.STACK', { text: '纸箱', savedAt: '2026-11-20T01:00:00.000Z' }))
  drafts.put(draftOf('LT.FAULT', { text: '电梯', savedAt: '2026-11-20T02:00:00.000Z' }))
  expect(reopened().unfinished.map(({ text }) => text)).toEqual(['电梯', '纸箱'])
})

test('when a draft is changed, then it stays one', () => {
  const draft = draftOf('CO.STACK')
  drafts.put(draft)
  drafts.put({ ...draft, text: '改过了' })
  expect(reopened().items.filter(({ id }) => id === draft.id)).toMatchObject([{ text: '改过了' }])
})

test('when nothing was written yet, then nothing is kept; when everything is deleted again, then it goes', () => {
  const draft = draftOf('CO.STACK', { text: '  ' })
  expect(isWorthKeeping(draft)).toBe(false)
  drafts.put({ ...draft, text: '一句话' })
  drafts.put(draft)
  expect(reopened().find(draft.id)).toBeUndefined()
})

test('when somebody else signs in on the phone, then they do not see it, and it is there for its writer', async () => {
  const draft = draftOf('CO.STACK')
  drafts.put(draft)
  await signInAs('neighbour')
  expect(drafts.find(draft.id)).toBeUndefined()
  await signInAs('resident')
  expect(drafts.find(draft.id)).toMatchObject({ text: draft.text })
})

test('when the phone has no room, then keeping says so', () => {
  phone.full = true
  expect(drafts.put(draftOf('CO.STACK'))).toBe(false)
})

test('when a draft is deleted, then its pictures leave the phone too', async () => {
  phone.files.set('wxfile://store_a', Buffer.from('a'))
  const draft = draftOf('CO.STACK', { pictures: [{ key: 'k', path: 'wxfile://store_a', photoId: null }] })
  drafts.put(draft)
  drafts.remove(draft.id)
  expect(reopened().find(draft.id)).toBeUndefined()
  expect(phone.files.has('wxfile://store_a')).toBe(false)
})

test('when it is sent, then blanks are nothing and the time is that of sending unless chosen', () => {
  const sentAt = new Date('2026-11-20T03:00:00.000Z')
  const draft = draftOf('CO.STACK', { text: ' 纸箱 ', spot: '  ', floor: '3' })
  expect(bodyOf(draft, ['a'], sentAt)).toMatchObject({
    text: '纸箱',
    spot: null,
    floor: '3',
    photoIds: ['a'],
    happenedAt: sentAt.toISOString(),
  })
  const chosen = '2026-11-19T12:00:00+08:00'
  expect(bodyOf({ ...draft, happenedAt: chosen }, [], sentAt).happenedAt).toBe(chosen)
})

test.each([
  ['photo', '', 0, ['photoIds']],
  ['photo', '', 1, []],
  ['photo_optional', '', 0, ['text']],
  ['photo_optional', '', 1, []],
  ['none', '一句话', 0, []],
] as const)('when evidence is %s, the text is “%s” and there are %d pictures, then %j is missing', (evidence, text, pictures, fields) => {
  expect(Object.keys(missingIn(draftOf('CO.STACK', { text }), category(evidence), pictures))).toEqual(fields)
})

test('when no compound is chosen, then that is missing', () => {
  expect(missingIn(draftOf('CO.STACK', { compound: null }), category('none'), 0)).toHaveProperty('compoundCode')
})

test('when something could not be sent, then home counts it for its writer until it is gone', async () => {
  const writer = session.person?.id ?? ''
  const queued = draftOf('CO.STACK', { state: 'queued' })
  drafts.put(queued)
  drafts.put(draftOf('CO.STACK'))
  expect(unsent.of('report', writer)).toBe(1)
  await signInAs('neighbour')
  expect(unsent.of('report', session.person?.id ?? '')).toBe(0)
  await signInAs('resident')
  drafts.remove(queued.id)
  expect(unsent.of('report', writer)).toBe(0)
})
