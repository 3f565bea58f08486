import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { aiboBranch, give, otherBranch, sayTotal, screenshot } from '../helpers/branch'
import { crowd } from '../helpers/crowd'
import { type Caller, TestTown } from '../helpers/server'
import { said, start } from '../helpers/study'

let town: TestTown
let chen: Caller
let li: Caller
/** A member, new for each test. */
let member: Caller
let name = ''
beforeAll(async () => {
  town = await TestTown.open(start)
  ;[chen, li] = await Promise.all((['secretary', 'party_member'] as const).map((one) => town.as(one)))
})
beforeEach(async () => {
  town.at(start)
  name = `党员${randomUUID().slice(0, 8)}`
  ;[member] = (await crowd(town, 1)) as [Caller]
  await give(town, member, 'party_member', aiboBranch, name)
})
afterAll(() => town.close())

const waiting = async (caller = chen) => (await caller.ok('GET /branch/xuexi', { query: { limit: 100 } })).items
const decide = (caller: Caller, id: string, body: { confirmed: boolean; total: number; note?: string | null }, key?: string) =>
  caller.call('POST /branch/xuexi/:id/decisions', { params: { id }, body, ...(key ? { key } : {}) })
const own = async (caller = member) => (await caller.ok('GET /branch/xuexi/mine')).items
const newest = async (caller: Caller) => (await caller.ok('GET /inbox')).items[0]
async function confirmed(month: string, total: number, caller = member): Promise<void> {
  const { body } = await sayTotal(caller, month, total)
  expect(said(await decide(chen, body.id, { confirmed: true, total }))).toBe('201')
}
const importFile = (caller: Caller, text: string, month = '2026-11', branch = aiboBranch) =>
  caller.upload<{ confirmed: number; unchanged: number; waiting: number }>(
    Buffer.from(text),
    'totals.csv',
    randomUUID(),
    `/branch/xuexi/imports?branch=${branch}&month=${month}`,
  )

test('when a member writes down this month’s total, then it waits, the secretary sees the screenshot, confirms it, and the member reads so', async () => {
  const { status, body } = await sayTotal(member, '2026-11', 15230)
  expect([status, body]).toMatchObject([201, { month: '2026-11', total: 15230, state: 'pending', confirmed: null }])
  const seen = (await waiting()).find(({ id }) => id === body.id)
  expect(seen).toMatchObject({
    nickname: name,
    total: 15230,
    before: null,
    own: false,
    photo: { url: expect.stringContaining('signature') },
  })
  expect(await decide(chen, body.id, { confirmed: true, total: 15230 })).toMatchObject({
    status: 201,
    body: { state: 'confirmed', confirmed: 15230 },
  })
  expect(await newest(member)).toMatchObject({
    title: '学习强国总分确认了',
    body: '您2026年11月的学习强国总分 15230 分确认了。',
    link: '/pages/study/xuexi/index',
  })
  const { items } = await chen.ok('GET /branch/months', { query: { limit: 100 } })
  expect(items.find(({ personId }) => personId === member.personId)).toMatchObject({ xuexi: 15230 })
  expect((await waiting()).map(({ id }) => id)).not.toContain(body.id)
})

test('when it is sent back, then with a word, and the member writes another', async () => {
  const { body } = await sayTotal(member, '2026-11', 152300)
  expect(said(await decide(chen, body.id, { confirmed: false, total: 152300 }))).toBe('422 branch-xuexi-note')
  expect(said(await decide(chen, body.id, { confirmed: false, total: 152300, note: '多打了一个 0' }))).toBe('201')
  expect(await newest(member)).toMatchObject({ body: '您2026年11月的学习强国总分 152300 分退回了，请改好再交一次。留言：多打了一个 0' })
  expect(await own()).toMatchObject([{ state: 'returned', confirmed: null, note: '多打了一个 0' }])
  expect(await sayTotal(member, '2026-11', 15230)).toMatchObject({ status: 201, body: { state: 'pending', note: null } })
})

test('when it was decided, or changed after it was seen, then the second is told and nothing changes', async () => {
  const { body } = await sayTotal(member, '2026-11', 100)
  await sayTotal(member, '2026-11', 120)
  expect(said(await decide(chen, body.id, { confirmed: true, total: 100 }))).toBe('409 branch-xuexi-changed')
  const answers = await Promise.all([
    decide(chen, body.id, { confirmed: true, total: 120 }),
    decide(chen, body.id, { confirmed: false, total: 120, note: '看不清' }),
  ])
  expect(answers.map(said).sort()).toEqual(['201', '409 branch-xuexi-decided'])
  const before = await own()
  expect(said(await decide(chen, body.id, { confirmed: true, total: 120 }))).toBe('409 branch-xuexi-decided')
  expect(await own()).toEqual(before)
})

test('when the same is sent again with its key, then it is written once', async () => {
  const body = { month: '2026-11', total: 10, photoId: await screenshot(member) }
  const key = randomUUID()
  const first = await member.ok('POST /branch/xuexi', { body, key })
  const again = await member.call('POST /branch/xuexi', { body, key })
  expect([again.status, again.body.id]).toEqual([201, first.id])
})

test('when a total is below the one before, or above the one after, then it is refused kindly', async () => {
  await confirmed('2026-11', 500)
  await confirmed('2026-10', 400)
  town.at('2026-12-02T10:00:00+08:00')
  const { months } = await member.ok('GET /branch/xuexi/mine')
  expect(months).toEqual([
    { month: '2026-12', atLeast: 500 },
    { month: '2026-11', atLeast: 500 },
  ])
  const low = await sayTotal(member, '2026-12', 499)
  expect([said(low), low.problem.detail]).toEqual(['422 branch-xuexi-lower', '总分只会越来越多，之前已经有 500 分了。请对照截图再看一遍。'])
  await confirmed('2026-12', 650)
  expect(said(await sayTotal(member, '2026-11', 700))).toBe('422 branch-xuexi-higher')
  expect(said(await sayTotal(member, '2026-11', 600))).toBe('201')
  expect((await own()).map(({ month, confirmed: counted }) => [month, counted])).toEqual([
    ['2026-12', 650],
    ['2026-11', 500],
    ['2026-10', 400],
  ])
})

test.each([
  ['next month', '2026-12', 1, '422 branch-xuexi-month'],
  ['two months ago', '2026-09', 1, '422 branch-xuexi-month'],
  ['no month', '2026-00', 1, '400'],
  ['less than nothing', '2026-11', -1, '400'],
  ['half a point', '2026-11', 1.5, '400'],
  ['too much', '2026-11', 10_000_000, '400'],
])('when it is %s, then it is refused', async (_, month, total, words) => {
  expect(said(await sayTotal(member, month, total))).toContain(words)
  expect(await own()).toEqual([])
})

test('when the screenshot is somebody else’s, was used, or is none, then it is refused', async () => {
  const foreign = await screenshot(li)
  const used = await screenshot(member)
  await member.ok('POST /branch/xuexi', { body: { month: '2026-10', total: 1, photoId: used } })
  for (const photoId of [foreign, used, randomUUID()]) {
    expect(said(await member.call('POST /branch/xuexi', { body: { month: '2026-11', total: 1, photoId } }))).toBe('422 photo-not-usable')
  }
})

test('when it is none of theirs, then they may not: a member, a foreign secretary, an admin, the secretary on their own', async () => {
  const { body } = await sayTotal(member, '2026-11', 77)
  const verdict = { confirmed: true, total: 77 }
  const [foreign] = (await crowd(town, 1)) as [Caller]
  await give(town, foreign, 'secretary', otherBranch)
  expect(said(await decide(foreign, body.id, verdict))).toBe('404 branch-xuexi-unknown')
  expect(await waiting(foreign)).toEqual([])
  expect(said(await foreign.call('GET /branch/xuexi', { query: { branch: aiboBranch } }))).toBe('404 branch-unknown')
  expect(said(await importFile(foreign, '成员,总分\n李强,5'))).toBe('404 branch-unknown')
  expect(said(await decide(li, body.id, verdict))).toBe('403 role-missing')
  expect(said(await decide(await town.as('admin'), body.id, verdict))).toBe('403 role-missing')
  expect(said(await (await town.as('resident')).call('GET /branch/xuexi/mine'))).toBe('403 role-missing')
  expect(said(await decide(chen, randomUUID(), verdict))).toBe('404 branch-xuexi-unknown')
  await give(town, member, 'secretary')
  expect((await waiting(member)).find(({ id }) => id === body.id)).toMatchObject({ own: true })
  expect(said(await decide(member, body.id, verdict))).toBe('403 branch-xuexi-own')
  expect(said(await decide(chen, body.id, verdict))).toBe('201')
})

describe('a file of the branch', () => {
  test('when it is right, then its totals count, each member is told, and once more it changes nothing', async () => {
    const text = `成员,总分\n${name},900\n${li.personId},1200\n`
    const first = await importFile(chen, text)
    expect([first.status, first.body]).toEqual([201, { confirmed: 2, unchanged: 0, waiting: 0 }])
    expect(await newest(member)).toMatchObject({ title: '学习强国总分记上了', body: expect.stringContaining('900 分') })
    const letters = (await member.ok('GET /inbox')).items.length
    expect((await importFile(chen, text)).body).toEqual({ confirmed: 0, unchanged: 2, waiting: 0 })
    expect((await member.ok('GET /inbox')).items.length).toBe(letters)
    expect(await own()).toMatchObject([{ month: '2026-11', confirmed: 900, photo: null }])
  })

  test('when rows are bad, then each is named with its number and nothing is written', async () => {
    await confirmed('2026-10', 800)
    const [twin] = (await crowd(town, 1)) as [Caller]
    await give(town, twin, 'party_member', aiboBranch, '双胞胎')
    const [other] = (await crowd(town, 1)) as [Caller]
    await give(town, other, 'party_member', aiboBranch, '双胞胎')
    const lines = [
      `${name},799`,
      '没有这人,5',
      '双胞胎,5',
      `${twin.personId},十分`,
      `${other.personId},7`,
      `${other.personId},8`,
      ',',
      ',9',
    ]
    const answer = await importFile(chen, `成员,总分\n${lines.join('\n')}\n`)
    expect(said(answer)).toBe('422 branch-file-rows')
    expect(answer.problem.errors?.map(({ message }) => message)).toEqual([
      '第 2 行：总分 799 比之前确认的 800 少',
      '第 3 行：支部里没有“没有这人”',
      '第 4 行：支部里有 2 位“双胞胎”，请改写编号',
      '第 5 行：总分“十分”请写成整数',
      '第 7 行：这位成员在第 6 行已经写过了',
      '第 9 行：没有写成员',
    ])
    expect((await own()).map(({ month }) => month)).toEqual(['2026-10'])
    expect(await own(other)).toEqual([])
  })

  test('when the secretary is in it, then theirs waits for another', async () => {
    await give(town, member, 'secretary')
    const { body } = await importFile(member, `成员,总分\n${name},50\n${li.personId},1300\n`)
    expect(body).toEqual({ confirmed: 1, unchanged: 0, waiting: 1 })
    expect(await own()).toMatchObject([{ state: 'pending', confirmed: null }])
  })

  test('when it is empty, has no column, or is of a month that is over, then it is said', async () => {
    expect(said(await importFile(chen, '成员\n李强'))).toBe('422 branch-file-columns')
    expect(said(await importFile(chen, ' '))).toBe('422 branch-file-unreadable')
    expect(said(await importFile(chen, `成员,总分\n${name},1`, '2026-08'))).toBe('422 branch-xuexi-month')
    expect(said(await importFile(li, `成员,总分\n${name},1`))).toBe('403 role-missing')
  })
})

type Step = { readonly at: number; readonly what: 'say' | 'confirm' | 'return' | 'import'; readonly total: number; readonly last: boolean }

test('when totals are said, confirmed, sent back and imported in any order, then what is confirmed never falls within a member’s months', async () => {
  const steps = fc.array(
    fc.record<Step>({
      at: fc.integer({ min: 0, max: 2 }),
      what: fc.constantFrom('say', 'confirm', 'return', 'import'),
      total: fc.integer({ min: 0, max: 60 }),
      last: fc.boolean(),
    }),
    { minLength: 4, maxLength: 10 },
  )
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      const [person] = (await crowd(town, 1)) as [Caller]
      await give(town, person, 'party_member')
      const months = ['2026-10', '2026-11', '2026-12', '2027-01']
      let seen: Record<string, number> = {}
      for (const step of [...taken].sort((a, b) => a.at - b.at)) {
        const month = months[step.at + (step.last ? 0 : 1)] as string
        town.at(`${months[step.at + 1]}-15T12:00:00+08:00`)
        const before = await own(person)
        const there = before.find((one) => one.month === month)
        if (step.what === 'say') await sayTotal(person, month, step.total)
        else if (step.what === 'import') await importFile(chen, `成员,总分\n${person.personId},${step.total}`, month)
        else if (there) await decide(chen, there.id, { confirmed: step.what === 'confirm', total: there.total, note: '看过' })
        const now = await own(person)
        if (there?.state === 'confirmed' && (step.what === 'confirm' || step.what === 'return')) expect(now).toEqual(before)
        const counted = Object.fromEntries(now.flatMap((one) => (one.confirmed === null ? [] : [[one.month, one.confirmed]])))
        const inOrder = Object.keys(counted)
          .sort()
          .map((one) => counted[one] as number)
        expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b))
        for (const [one, total] of Object.entries(seen)) expect(counted[one]).toBeGreaterThanOrEqual(total)
        seen = counted
      }
    }),
    { numRuns: 12 },
  )
})
