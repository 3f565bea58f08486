import { randomUUID } from 'node:crypto'
import { crowd } from '../helpers/crowd'
import { type Caller, TestTown } from '../helpers/server'
import { aibo, checkIn, corner, disagreements, fixedCode, north, said, send, start } from '../helpers/study'

let town: TestTown
let zhou: Caller
let chen: Caller
let zhao: Caller
let li: Caller
/** Somebody of 虹桥镇, new for each test, and what of theirs waits at the corner. */
let person: Caller
let waiting: string
beforeAll(async () => {
  town = await TestTown.open(start)
  ;[zhou, chen, zhao, li] = await Promise.all((['site_host', 'secretary', 'admin', 'party_member'] as const).map((one) => town.as(one)))
})
beforeEach(async () => {
  town.at(start)
  ;[person] = (await crowd(town, 1)) as [Caller]
  await town.db.updateTable('persons').set({ town_code: '310112107' }).where('id', '=', person.personId).execute()
  waiting = (await checkIn(town, person, { location: north(corner, 5000), minutes: 45, thought: '在家里看了直播的党课。' })).id
})
afterEach(async () => {
  expect(await disagreements(town)).toEqual([])
})
afterAll(() => town.close())

const decide = (caller: Caller, id: string, body: { counts: boolean; note?: string }, key?: string) =>
  caller.call('POST /check-ins/:id/decisions', { params: { id }, body, ...(key ? { key } : {}) })
const doubtful = async (caller: Caller) => (await caller.ok('GET /check-ins/doubtful', { query: { limit: 100 } })).items
const newest = async (caller: Caller) => (await caller.ok('GET /inbox')).items[0]

test('when 小周 looks at what waits at his site, then he sees who, why and how far away', async () => {
  const mine = (await doubtful(zhou)).find(({ id }) => id === waiting)
  expect(mine).toMatchObject({ nickname: '客人1', distance: 5000, state: 'pending', marks: [{ mark: 'too_far' }], points: 0 })
})

test('when he lets it count, then its points are of its own day, the person is told, and the site counts one more', async () => {
  town.at('2026-11-22T11:00:00+08:00')
  const before = (await town.guest.ok('GET /sites/:id', { params: { id: corner.id } })).checkIns
  const { status, body } = await decide(zhou, waiting, { counts: true, note: '当天确实来过' })
  expect([status, body]).toMatchObject([201, { state: 'counted', points: 6, decision: { counts: true, note: '当天确实来过' } }])
  const { items, total } = await person.ok('GET /study/points')
  expect([total, new Set(items.map(({ day }) => day))]).toEqual([6, new Set(['2026-11-20'])])
  expect(await newest(person)).toMatchObject({
    title: '打卡算数了',
    body: '11月20日（周五）在共享空间学习角(东)的打卡核实了，算数，得 6 分。留言：当天确实来过',
  })
  expect((await town.guest.ok('GET /sites/:id', { params: { id: corner.id } })).checkIns).toBe(before + 1)
  expect((await doubtful(zhou)).map(({ id }) => id)).not.toContain(waiting)
})

test('when he does not, then it brings nothing, the person is told kindly, and may come again the same day', async () => {
  await decide(zhou, waiting, { counts: false })
  expect(await newest(person)).toMatchObject({ title: '打卡没有算', body: expect.stringContaining('下次到现场再打一次就行') })
  expect((await person.ok('GET /study/points')).total).toBe(0)
  expect(await checkIn(town, person, { location: north(corner, 5) })).toMatchObject({ state: 'counted', totalPoints: 2 })
  expect((await person.ok('GET /check-ins')).items.map(({ state }) => state).sort()).toEqual(['counted', 'refused'])
})

test('when it waits, then the day is taken until it is refused', async () => {
  const answer = await send(person, { code: await fixedCode(town), location: north(corner, 5) })
  expect(said(answer)).toBe('409 study-checked-in-today')
})

test('when two decide at once, or somebody decides again, then the first word stands', async () => {
  const answers = await Promise.all([decide(zhou, waiting, { counts: true }), decide(zhou, waiting, { counts: false })])
  expect(answers.map(said).sort()).toEqual(['201', '409 study-decided'])
  const { state } = (await person.ok('GET /check-ins')).items[0] as { state: string }
  expect(said(await decide(zhou, waiting, { counts: state !== 'counted' }))).toBe('409 study-decided')
  expect((await person.ok('GET /study/points')).total).toBe(state === 'counted' ? 6 : 0)
})

test('when the same decision is sent again with its key, then it is made once', async () => {
  const key = randomUUID()
  const first = await decide(zhou, waiting, { counts: true }, key)
  const again = await decide(zhou, waiting, { counts: true }, key)
  expect([again.status, again.body.id, again.headers['idempotency-replayed']]).toEqual([201, first.body.id, 'true'])
})

test('when it counted at once, then there is nothing to decide', async () => {
  const [other] = (await crowd(town, 1)) as [Caller]
  const { id } = await checkIn(town, other)
  expect(said(await decide(zhou, id, { counts: false }))).toBe('409 study-not-doubtful')
})

test('when 李强’s waits, then his secretary sees it wherever he was, and nobody of another branch or town does', async () => {
  const { id } = await checkIn(town, li, { location: north(corner, 900) })
  expect((await doubtful(chen)).map((one) => one.id)).toEqual([id])
  expect((await doubtful(zhou)).map((one) => one.id)).toContain(id)
  expect((await doubtful(zhao)).map((one) => one.id)).not.toContain(id)
  expect(said(await decide(zhao, id, { counts: true }))).toBe('404 study-check-in-unknown')
  expect(said(await decide(chen, waiting, { counts: true }))).toBe('404 study-check-in-unknown')
  const [other] = (await crowd(town, 1)) as [Caller]
  await town.db.updateTable('persons').set({ town_code: '310112008' }).where('id', '=', other.personId).execute()
  await zhao.ok('POST /people/:id/grants', { params: { id: other.personId }, body: { role: 'secretary', scopeCode: 'DZB-XH-SWQ' } })
  expect(await doubtful(other)).toEqual([])
  expect(said(await decide(other, id, { counts: true }))).toBe('404 study-check-in-unknown')
  expect(said(await decide(chen, id, { counts: true }))).toBe('201')
})

test('when it is in 赵主任’s town, then he decides, but not on his own', async () => {
  const { id } = await checkIn(town, person, { location: north(aibo, 5000) }, aibo.id)
  expect((await doubtful(zhao)).map((one) => one.id)).toEqual([id])
  const own = await checkIn(town, zhao, { location: north(aibo, 5000) }, aibo.id)
  expect((await doubtful(zhao)).map((one) => one.id)).toEqual([id])
  expect(said(await decide(zhao, own.id, { counts: true }))).toBe('403 study-own-check-in')
  expect(said(await decide(zhao, id, { counts: true }))).toBe('201')
})

test('when the pages are turned, then each comes once, the oldest first', async () => {
  const seen: string[] = []
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page = await zhou.ok('GET /check-ins/doubtful', { query: { limit: 1, ...(cursor ? { cursor } : {}) } })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor
  }
  expect(seen).toEqual((await doubtful(zhou)).map(({ id }) => id))
  expect(new Set(seen).size).toBe(seen.length)
})

describe('by the host’s hand', () => {
  const byHand = (caller: Caller, personId: string, id = corner.id) =>
    caller.call('POST /sites/:id/check-ins', { params: { id }, body: { personId, minutes: 30 } })
  const look = (q: string) => zhou.ok('GET /sites/:id/people', { params: { id: corner.id }, query: { q } })

  test('when 小周 looks for somebody, then he finds people of his town by the beginning of their name, and that is written down', async () => {
    expect((await look('何先')).items).toEqual([
      { id: (await town.as('outsider')).personId, nickname: '何先生', areaName: expect.any(String), here: false },
    ])
    for (const q of ['先生', '李强', '%%', '__', "'' ", '13800001015']) expect([q, (await look(q)).items]).toEqual([q, []])
    const log = await town.db.selectFrom('access_log').selectAll().where('what', '=', 'study-search').execute()
    expect(log).toMatchObject([{ reader_id: zhou.personId, matter: corner.id, town_code: '310112107' }])
  })

  test('when he checks him in, then it counts, once a day, and he is told', async () => {
    const he = await town.as('outsider')
    const { status, body } = await byHand(zhou, he.personId)
    expect([status, body]).toMatchObject([201, { nickname: '何先生', state: 'counted', at: '2026-11-20T11:00:00Z' }])
    expect(await newest(he)).toMatchObject({ body: '讲解员小周在共享空间学习角(东)帮您打了卡，得 4 分。' })
    expect((await look('何先')).items).toMatchObject([{ here: true }])
    expect(said(await byHand(zhou, he.personId))).toBe('409 study-checked-in-today')
  })

  test('when the site is closed, then it waits for somebody else than him', async () => {
    town.at('2026-11-24T23:00:00+08:00')
    const { body } = await byHand(zhou, person.personId)
    expect(body.state).toBe('pending')
    expect((await doubtful(zhou)).map(({ id }) => id)).not.toContain(body.id)
    expect(said(await decide(zhou, body.id, { counts: true }))).toBe('403 study-own-check-in')
  })

  test('when it is himself, somebody of the other town or nobody, or another site, then it is refused', async () => {
    expect(said(await byHand(zhou, zhou.personId))).toBe('403 study-own-check-in')
    expect(said(await byHand(zhou, li.personId))).toBe('404 study-person-unknown')
    expect(said(await byHand(zhou, randomUUID()))).toBe('404 study-person-unknown')
    expect(said(await byHand(zhou, person.personId, 'STU-002'))).toBe('404 study-site-unknown')
    expect(said(await byHand(zhao, person.personId))).toBe('404 study-site-unknown')
  })
})
