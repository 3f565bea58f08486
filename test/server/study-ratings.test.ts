import { randomUUID } from 'node:crypto'
import { crowd } from '../helpers/crowd'
import { type Caller, TestTown } from '../helpers/server'
import { checkIn, corner, fixedCode, north, said, send, start } from '../helpers/study'

let town: TestTown
/** Somebody new for each test. */
let wang: Caller
beforeAll(async () => {
  town = await TestTown.open(start)
})
beforeEach(async () => {
  town.at(start)
  await town.db.deleteFrom('study_site_ratings').execute()
  ;[wang] = (await crowd(town, 1)) as [Caller]
})
afterAll(() => town.close())

const rate = (caller: Caller, stars: number, text?: string | null, key?: string) =>
  caller.call('POST /sites/:id/ratings', {
    params: { id: corner.id },
    body: { stars, ...(text === undefined ? {} : { text }) },
    ...(key ? { key } : {}),
  })
const see = async (caller: Caller) => (await caller.ok('GET /sites/:id', { params: { id: corner.id } })).rating

test('when somebody has checked in this month, then they may rate, and mean, count and their own word are on the page', async () => {
  expect(await see(town.guest)).toEqual({ stars: null, ratings: 0, mine: null, mayRate: false })
  expect(said(await rate(wang, 5))).toBe('409 study-not-been-here')
  await checkIn(town, wang)
  expect(await see(wang)).toMatchObject({ mayRate: true })
  const { status, body } = await rate(wang, 5, '  灯很亮，讲得好。 ')
  expect([status, body]).toEqual([201, { stars: 5, ratings: 1, mine: { stars: 5, text: '灯很亮，讲得好。' }, mayRate: true }])
  const [li] = (await crowd(town, 1)) as [Caller]
  await checkIn(town, li)
  await rate(li, 2, null)
  expect(await see(town.guest)).toEqual({ stars: 3.5, ratings: 2, mine: null, mayRate: false })
})

test('when they rate again in the month, then the later one counts; in the next month there is another one after another visit', async () => {
  await checkIn(town, wang)
  await rate(wang, 5, '很好')
  expect((await rate(wang, 3)).body).toEqual({ stars: 3, ratings: 1, mine: { stars: 3, text: null }, mayRate: true })
  town.at('2026-12-01T10:30:00+08:00')
  expect(await see(wang)).toEqual({ stars: 3, ratings: 1, mine: null, mayRate: false })
  expect(said(await rate(wang, 4))).toBe('409 study-not-been-here')
  await checkIn(town, wang)
  expect((await rate(wang, 4)).body).toMatchObject({ stars: 3.5, ratings: 2, mine: { stars: 4 } })
  town.at('2027-11-01T10:30:00+08:00')
  expect(await see(town.guest)).toMatchObject({ stars: 4, ratings: 1 })
})

test('when the visit waits for a decision, then it does not let rate; when the phone sends twice, then it is one word', async () => {
  await send(wang, { code: await fixedCode(town), location: north(corner, 900) })
  expect(said(await rate(wang, 1))).toBe('409 study-not-been-here')
  const [li] = (await crowd(town, 1)) as [Caller]
  await checkIn(town, li)
  const key = randomUUID()
  const [first, again] = await Promise.all([rate(li, 4, '好', key), rate(li, 4, '好', key)])
  expect([first.body, again.body]).toEqual([first.body, first.body])
  expect((await see(li)).ratings).toBe(1)
})

test('when who runs the place rates it, or somebody what is not there, or signed out, then no', async () => {
  const host = await town.as('site_host')
  await checkIn(town, host)
  expect(await see(host)).toMatchObject({ mayRate: false })
  expect(said(await rate(host, 5))).toBe('403 study-own-site')
  expect(said(await wang.call('POST /sites/:id/ratings', { params: { id: 'STU-999' }, body: { stars: 5 } }))).toBe('404 study-site-unknown')
  expect((await rate(town.guest, 5)).status).toBe(401)
  await checkIn(town, wang)
  expect((await rate(wang, 6)).status).toBe(400)
  expect((await rate(wang, 4.5)).status).toBe(400)
})
