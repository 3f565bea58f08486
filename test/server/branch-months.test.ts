import type { MemberMonth } from '../../contract/branch'
import { aiboBranch, give, otherBranch } from '../helpers/branch'
import { crowd } from '../helpers/crowd'
import { type Caller, TestTown } from '../helpers/server'
import { checkIn, fixedCode, north, said, start } from '../helpers/study'

let town: TestTown
let chen: Caller
let zhao: Caller
let li: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
  ;[chen, zhao, li] = await Promise.all((['secretary', 'admin', 'party_member'] as const).map((one) => town.as(one)))
})
beforeEach(() => town.at(start))
afterAll(() => town.close())

const month = async (caller: Caller, query: { branch?: string; month?: string; cursor?: string; limit?: number } = {}) =>
  caller.ok('GET /branch/months', { query })
const rowOf = (items: readonly MemberMonth[], { personId }: Caller) => items.find((one) => one.personId === personId)

test('when 李强 studies, then 陈书记 reads his check-ins, days, minutes and points of the month, and nothing of what waits', async () => {
  await checkIn(town, li, { minutes: 31 })
  await checkIn(town, li, { location: north({ lng: 121.3854, lat: 31.176 }, 5000) }, 'SVC-001')
  town.at('2026-11-21T19:00:00+08:00')
  await checkIn(town, li)
  const { branch, totals, items, nextCursor } = await month(chen)
  expect(branch).toEqual({ code: aiboBranch, name: '爱博四村党支部', mine: true })
  expect(rowOf(items, li)).toMatchObject({ nickname: '李强', checkIns: 2, days: 2, minutes: 31, points: 6, xuexi: null })
  expect([totals, nextCursor]).toEqual([{ members: 1, active: 1, checkIns: 2, days: 2, minutes: 31, points: 6 }, null])
})

test('when a month ends, then the last second is its own and the first of the next is not', async () => {
  const [person] = (await crowd(town, 1)) as [Caller]
  await give(town, person, 'party_member', otherBranch)
  const [secretary] = (await crowd(town, 1)) as [Caller]
  await give(town, secretary, 'secretary', otherBranch)
  town.at('2026-11-30T23:59:59+08:00')
  const fixed = await fixedCode(town, 'RED-002')
  const place = { lng: 121.3646, lat: 31.1695, accuracy: 20 }
  await person.ok('POST /check-ins', { body: { code: fixed, location: place } })
  town.at('2026-12-01T00:00:00+08:00')
  await person.ok('POST /check-ins', { body: { code: fixed, location: place } })
  const sums = await Promise.all(['2026-11', '2026-12'].map(async (one) => (await month(secretary, { month: one })).totals))
  expect(sums.map(({ checkIns, points }) => [checkIns, points])).toEqual([
    [1, 2],
    [1, 2],
  ])
})

test('when 赵主任 looks, then each branch of his town has its sums, and no member is named', async () => {
  const { items } = await zhao.ok('GET /branches')
  expect(items.map(({ code, mine }) => [code, mine])).toEqual([
    [aiboBranch, false],
    [otherBranch, false],
  ])
  const seen = await month(zhao, { branch: aiboBranch })
  expect(seen).toMatchObject({ totals: { members: 1, active: 1 }, items: [], nextCursor: null })
  expect(JSON.stringify(seen)).not.toContain('李强')
})

test('when somebody else looks, then there is no such branch, or the call is not theirs', async () => {
  const [foreign, other] = (await crowd(town, 2)) as [Caller, Caller]
  await give(town, foreign, 'secretary', otherBranch)
  expect(said(await foreign.call('GET /branch/months', { query: { branch: aiboBranch } }))).toBe('404 branch-unknown')
  expect((await foreign.ok('GET /branches')).items.map(({ code }) => code)).toEqual([otherBranch])
  expect(said(await zhao.call('GET /branch/months', { query: { branch: 'DZB-310112107015' } }))).toBe('404 branch-unknown')
  expect(said(await li.call('GET /branch/months'))).toBe('403 role-missing')
  expect(said(await other.call('GET /branches'))).toBe('403 role-missing')
  expect(said(await town.guest.call('GET /branches'))).toMatch(/^401/)
  expect(said(await (await town.as('site_host')).call('GET /branch/months'))).toBe('403 role-missing')
})

test('when an admin of the other town looks, then the branch is not there', async () => {
  const [mayor] = (await crowd(town, 1)) as [Caller]
  await town.db.updateTable('persons').set({ town_code: '310112107' }).where('id', '=', mayor.personId).execute()
  await town.db
    .insertInto('grants')
    .values({
      ...{ town_code: '310112107', id: mayor.personId, person_id: mayor.personId, role: 'admin' },
      ...{ scope_code: '310112107', scope_name: '虹桥镇', granted_at: town.now.toISOString() },
    })
    .execute()
  expect(said(await mayor.call('GET /branch/months', { query: { branch: aiboBranch } }))).toBe('404 branch-unknown')
  expect((await mayor.ok('GET /branches')).items.map(({ code }) => code)).toEqual(['DZB-310112107015'])
})

test.each([
  ['2026-12', '422 branch-month'],
  ['2026-13', '400 '],
  ['', '400 '],
  ['2026-11-01', '400 '],
])('when the month is %j, then it is refused', async (one, words) => {
  expect(said(await chen.call('GET /branch/months', { query: { month: one } }))).toContain(words)
})

test('when a branch is big, then its members come page by page, each once, and the sums stay those of all', async () => {
  const many = await crowd(town, 25)
  for (const [at, one] of many.entries()) await give(town, one, 'party_member', aiboBranch, at < 5 ? '同名' : `党员${at}`)
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await month(chen, { limit: 10, ...(cursor ? { cursor } : {}) })
    expect(page.totals.members).toBe(26)
    seen.push(...page.items.map(({ personId }) => personId))
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  expect([seen.length, new Set(seen).size]).toEqual([26, 26])
  expect(said(await chen.call('GET /branch/months', { query: { cursor: 'bm90IG9uZQ' } }))).toBe('400 cursor-invalid')
})
