import type { AllCalls } from '../../contract'
import type { QueryOf } from '../../contract/call'
import type { ReportCard } from '../../contract/report'
import { distance } from '../../server/shared/geo'
import { aibo4, aibo4Place, does, enforcement, inState, jinxiu, lift, send } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
afterAll(() => town.close())

type Query = QueryOf<AllCalls['GET /reports']>

/** The whole list, page by page. */
async function whole(caller: Caller, query: Query): Promise<ReportCard[]> {
  const items: ReportCard[] = []
  let cursor: string | undefined
  do {
    const page = await caller.ok('GET /reports', { query: { ...query, ...(cursor ? { cursor } : {}) } })
    expect(page.items.length).toBeLessThanOrEqual(query.limit ?? 20)
    items.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor)
  return items
}
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id)

test('when 李强 pages through his reports, then each comes once, newest first, though new ones come in and moments are alike', async () => {
  const li = await town.as('party_member')
  const sent: string[] = []
  for (let i = 0; i < 23; i++) {
    if (i % 4 === 0) town.at(1)
    sent.push((await send(li, lift({ text: `第 ${i} 件` }))).id)
  }
  const first = await li.ok('GET /reports', { query: { scope: 'mine', limit: 5 } })
  town.at(1)
  const late = (await send(li)).id
  const rest = await whole(li, { scope: 'mine', limit: 5, cursor: first.nextCursor as string })
  expect(ids([...first.items, ...rest])).toEqual(sent.toReversed())
  expect(ids(await whole(li, { scope: 'mine', limit: 100 }))).toEqual([late, ...sent.toReversed()])
  expect((await li.ok('GET /reports', { query: { scope: 'mine', limit: 24 } })).nextCursor).toBeNull()
})

test('when a list is narrowed, then only those of the group come, and only those that are open', async () => {
  const secretary = await town.as('secretary')
  const [open, over, idea] = [await send(secretary), await send(secretary), await send(secretary, lift({ categoryCode: 'CV.IDEA' }))]
  await does(await town.as('grid_worker'), over.id, { action: 'reject', note: '不受理' })
  const mine = (query: Partial<Query>) => whole(secretary, { scope: 'mine', ...query })
  expect(new Set(ids(await mine({ open: true })))).toEqual(new Set([open.id, idea.id]))
  expect(ids(await mine({ open: false }))).toEqual([over.id])
  expect(new Set(ids(await mine({ group: 'LT' })))).toEqual(new Set([open.id, over.id]))
  expect(await mine({ group: "LT' or true --" })).toEqual([])
})

test('when a neighbour looks round, then it is the home area, or one that is named, or a thousand metres round a place', async () => {
  const [wang, sun, xiaowen] = [await town.as('resident'), await town.as('neighbour'), await town.as('daughter')]
  const metres = (m: number) => ({ lng: aibo4Place.lng, lat: aibo4Place.lat + m / 111_195 })
  const at = async (m: number) => ({ m, id: (await send(wang, lift({ location: metres(m) }))).id })
  const placed = [await at(0), await at(240), await at(990), await at(1010), await at(1300)]
  const unplaced = await send(wang)
  const round = await whole(sun, { scope: 'near', near: `${aibo4Place.lng},${aibo4Place.lat}`, limit: 7 })
  for (const { m, id } of placed) expect([m, ids(round).includes(id)]).toEqual([m, m <= 1000])
  // Without a place of its own, a report lies where its compound does.
  expect(ids(round)).toContain(unplaced.id)
  for (const { location } of round) if (location) expect(distance(location, aibo4Place)).toBeLessThanOrEqual(1000)
  expect(new Set(ids(round)).size).toBe(round.length)

  const home = ids(await whole(sun, { scope: 'near', limit: 50 }))
  expect(home).toEqual(expect.arrayContaining(placed.map(({ id }) => id)))
  expect(ids(await whole(xiaowen, { scope: 'near' }))).toEqual([])
  expect(ids(await whole(xiaowen, { scope: 'near', areaCode: '310112008012', limit: 50 }))).toEqual(home)

  const closed = await inState(town, 'closed')
  const openOnly = ids(await whole(sun, { scope: 'near', open: true, limit: 50 }))
  expect([openOnly.includes(closed.id), openOnly.includes(unplaced.id)]).toEqual([false, true])
  const roundOpen = ids(await whole(sun, { scope: 'near', open: true, near: `${aibo4Place.lng},${aibo4Place.lat}` }))
  expect([roundOpen.includes(closed.id), roundOpen.includes(unplaced.id)]).toEqual([false, true])
})

test('when the place is the pole, or no place at all, then nothing hangs', async () => {
  const sun = await town.as('neighbour')
  expect(await sun.ok('GET /reports', { query: { scope: 'near', near: '0,90' } })).toEqual({ items: [], nextCursor: null })
  expect((await sun.call('GET /reports', { query: { scope: 'near', near: '999,31' } })).problem.code).toBe('place-invalid')
  expect((await sun.call('GET /reports', { query: { scope: 'near', near: '121.3' } })).status).toBe(400)
})

test('when the same was reported near by within seven days, then it is offered instead of a second report', async () => {
  const [wang, sun] = [await town.as('resident'), await town.as('neighbour')]
  const similar = async (query: object = {}) =>
    ids((await sun.ok('GET /reports/similar', { query: { categoryCode: 'FS.OTHER', compoundCode: aibo4, ...query } })).items)
  const hazard = (changes: object = {}) => lift({ categoryCode: 'FS.OTHER', ...changes })
  const near = { lng: 121.3105, lat: 31.1888 }
  const here = await send(wang, hazard())
  const other = await send(wang, hazard({ compoundCode: 'CP31011200800901', location: near }))
  const over = await send(wang, hazard())
  await does(await town.as('grid_worker'), over.id, { action: 'reject', note: '不受理' })
  await send(wang, lift())
  expect(await similar()).toEqual([here.id])
  expect(new Set(await similar({ near: `${near.lng},${(near.lat + 0.002).toFixed(6)}` }))).toEqual(new Set([here.id, other.id]))
  expect(await similar({ near: `${near.lng},${(near.lat + 0.0024).toFixed(6)}` })).toEqual([here.id])
  expect(await similar({ categoryCode: 'NO.NE' })).toEqual([])
  const back = town.now
  town.at(7 * 86_400_000 + 1)
  expect(await similar()).toEqual([])
  town.at(back.toISOString())
})

test('when 张敏 opens her worklist, then it is the grid by the clock; 周师傅 has his compound, 赵主任 the town', async () => {
  const fresh = await TestTown.open()
  const [wang, sun] = [await fresh.as('resident'), await fresh.as('neighbour')]
  const slow = await send(wang, lift({ categoryCode: 'CV.IDEA' }))
  const quick = await send(sun, lift({ categoryCode: 'EB.LIFT' }))
  const middle = await send(wang)
  const elsewhere = await send(wang, lift({ compoundCode: 'CP31011200801301' }))
  const otherTown = await send(await fresh.as('outsider'), lift({ compoundCode: jinxiu }))
  const todo = async (persona: 'grid_worker' | 'grid_leader' | 'property' | 'department' | 'admin') =>
    ids((await (await fresh.as(persona)).ok('GET /reports', { query: { scope: 'worklist' } })).items)
  const inGrid = [quick.id, ...[middle.id, elsewhere.id].toSorted(), slow.id]
  expect(await todo('grid_worker')).toEqual(inGrid)
  expect(await todo('grid_leader')).toEqual(inGrid)
  expect(await todo('admin')).toEqual(inGrid)
  expect(await todo('property')).toEqual([middle.id])
  expect(await todo('department')).toEqual([])
  expect(inGrid).not.toContain(otherTown.id)

  const zhang = await fresh.as('grid_worker')
  await does(zhang, slow.id, { action: 'accept' })
  await does(zhang, slow.id, { action: 'dispatch', assignee: enforcement, helpers: [`WY-${aibo4}`] })
  expect(await todo('department')).toEqual([slow.id])
  expect(await todo('property')).toEqual([middle.id, slow.id])
  expect(await todo('grid_worker')).toEqual(inGrid)

  await does(zhang, middle.id, { action: 'reject', note: '不受理' })
  await does(zhang, quick.id, { action: 'accept' })
  await does(zhang, quick.id, { action: 'handle', note: '推出来了' })
  fresh.at(5 * 3_600_000)
  await fresh.tick('report-clock')
  const counts = async (persona: 'grid_worker' | 'property' | 'admin') => (await fresh.as(persona)).ok('GET /reports/worklist-counts')
  expect(await counts('grid_worker')).toEqual({ todo: 2, verify: 1, suspended: 0, done: 1, overdue: 1 })
  expect(await counts('admin')).toEqual({ todo: 2, verify: 1, suspended: 0, done: 1, overdue: 1 })
  expect(await counts('property')).toEqual({ todo: 1, verify: 0, suspended: 0, done: 1, overdue: 0 })
  // What was done yesterday is not on the shelf of today.
  fresh.at('2026-11-21T00:00:00+08:00')
  expect((await counts('grid_worker')).done).toBe(0)
  expect((await zhang.ok('GET /reports', { query: { scope: 'worklist', shelf: 'done' } })).items).toEqual([])
  await fresh.close()
})

test('when a worklist is paged while matters are done, then each comes once in the order of the clock', async () => {
  const zhang = await town.as('grid_worker')
  const all = await whole(zhang, { scope: 'worklist', limit: 100 })
  const paged = await whole(zhang, { scope: 'worklist', limit: 3 })
  expect(ids(paged)).toEqual(ids(all))
  expect(all.length).toBeGreaterThan(20)
  expect(all.map(({ dueAt }) => dueAt)).toEqual(all.map(({ dueAt }) => dueAt).toSorted())
  const rejected: string[] = []
  for (const { id } of all.slice(0, 6)) {
    town.at(1)
    await does(zhang, id, { action: 'accept' })
    await does(zhang, id, { action: 'reject', note: '不受理' })
    rejected.push(id)
  }
  const done = ids(await whole(zhang, { scope: 'worklist', shelf: 'done', limit: 2 }))
  expect(done.slice(0, 6)).toEqual(rejected.toReversed())
})

test('when somebody follows, then the list has what they may still see', async () => {
  const [sun, zhang] = [await town.as('neighbour'), await town.as('grid_worker')]
  const [kept, gone] = [await send(await town.as('resident')), await send(await town.as('resident'))]
  for (const { id } of [kept, gone]) {
    town.at(1)
    for (const caller of [sun, zhang]) await caller.ok('PUT /reports/:id/follow', { params: { id }, body: { following: true } })
  }
  expect(ids(await whole(sun, { scope: 'followed', limit: 1 }))).toEqual([gone.id, kept.id])
  await does(zhang, gone.id, { action: 'reject', note: '不受理' })
  expect(ids(await whole(sun, { scope: 'followed' }))).toEqual([kept.id])
  expect(ids(await whole(zhang, { scope: 'followed' }))).toEqual([gone.id, kept.id])
  await sun.ok('PUT /reports/:id/follow', { params: { id: kept.id }, body: { following: false } })
  expect(await whole(sun, { scope: 'followed' })).toEqual([])
})

test('when a cursor is none of ours, then the list says so', async () => {
  const wang = await town.as('resident')
  const forged = [['2026-13-40T00:00:00Z', '0199f000-0001-7000-8000-000000000001'], ['x', 'y'], [1, 2], ["';--"]]
  for (const scope of ['mine', 'near', 'followed'] as const) {
    for (const values of forged) {
      const cursor = Buffer.from(JSON.stringify(values)).toString('base64url')
      expect((await wang.call('GET /reports', { query: { scope, cursor } })).problem).toMatchObject({ status: 400, code: 'cursor-invalid' })
    }
  }
})
