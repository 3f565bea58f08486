import { act, aibo4Property, does, enforcement, inState, lift, look, send } from '../helpers/reports'
import { type Caller, TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '1000' })
})
beforeEach(() => town.at('2026-11-20T09:00:00+08:00'))
afterAll(() => town.close())

const note = '等配件'
const hour = 3_600_000
const day = 24 * hour
const kindsOf = async (id: string) =>
  (await (await town.as('admin')).ok('GET /reports/:id/events', { params: { id } })).items.map(({ kind }) => kind)
const overduesOf = async (id: string) => (await kindsOf(id)).filter((kind) => kind === 'overdue').length
const toldOf = async (caller: Caller, id: string) =>
  (await caller.ok('GET /inbox', { query: { limit: 100 } })).items.filter(({ link }) => link?.endsWith(id)).map(({ title }) => title)

test('when the limit passes, then the next turn of the clock flags it once, and tells the grid leader and who leads', async () => {
  const report = await send(await town.as('resident'))
  town.at('2026-11-20T12:59:59.999+08:00')
  await town.tick('report-clock')
  expect((await look(await town.as('resident'), report.id)).overdue).toBe(false)
  town.at('2026-11-20T13:00:00+08:00')
  for (let turn = 0; turn < 3; turn++) await town.tick('report-clock')
  expect((await look(await town.as('resident'), report.id)).overdue).toBe(true)
  expect(await kindsOf(report.id)).toEqual(['report', 'overdue'])
  expect(await toldOf(await town.as('grid_leader'), report.id)).toEqual(['已超时：电梯故障'])
  expect(await toldOf(await town.as('property'), report.id)).toEqual(['已超时：电梯故障', '新案件：电梯故障'])
  expect((await (await town.as('grid_worker')).ok('GET /reports/worklist-counts')).overdue).toBe(1)
})

test('when the clock turns, then it does so often enough for 60 seconds', () => {
  expect(town.app.jobs.find(({ name }) => name === 'report-clock')?.everySeconds).toBeLessThanOrEqual(20)
})

test('when two clocks strike at the same time, then each of 30 matters is flagged exactly once', async () => {
  const wang = await town.as('resident')
  const reports = await Promise.all(Array.from({ length: 30 }, () => send(wang)))
  town.at(5 * hour)
  await Promise.all([town.tick('report-clock'), town.tick('report-clock'), town.tick('report-clock')])
  for (const { id } of reports) expect(await overduesOf(id)).toBe(1)
  expect((await toldOf(await town.as('grid_leader'), (reports[0] as { id: string }).id)).length).toBe(1)
})

test('when it was handled late, then the flag goes, and the seven days run on; they are flagged when they pass', async () => {
  const report = await inState(town, 'handling')
  town.at(5 * hour)
  await town.tick('report-clock')
  const done = await does(await town.as('property'), report.id, { action: 'handle', note })
  expect(done.overdue).toBe(false)
  town.at('2026-11-27T08:59:59+08:00')
  await town.tick('report-clock')
  expect((await look(await town.as('admin'), report.id)).overdue).toBe(false)
  town.at('2026-11-27T09:00:00+08:00')
  await town.tick('report-clock')
  expect((await look(await town.as('admin'), report.id)).overdue).toBe(true)
  expect(await overduesOf(report.id)).toBe(2)
})

test('when it is over, then the clock leaves it alone', async () => {
  const ended = [await inState(town, 'closed'), await inState(town, 'rejected'), await inState(town, 'merged')]
  town.at(30 * day)
  await town.tick('report-clock')
  for (const { id } of ended) expect(await overduesOf(id)).toBe(0)
})

test('when a matter is suspended, then its clock stands still, and goes on by itself at the date', async () => {
  const zhang = await town.as('grid_worker')
  const report = await inState(town, 'filed')
  town.at(hour)
  const until = '2026-11-23T10:00:00+08:00'
  const suspended = await does(zhang, report.id, { action: 'suspend', note, until })
  expect(suspended).toMatchObject({ state: 'suspended', suspendedUntil: '2026-11-23T02:00:00Z', overdue: false })
  expect((await zhang.ok('GET /reports', { query: { scope: 'worklist', shelf: 'suspended' } })).items.map(({ id }) => id)).toEqual([
    report.id,
  ])
  town.at('2026-11-23T09:59:59+08:00')
  await town.tick('report-clock')
  expect((await look(zhang, report.id)).state).toBe('suspended')
  town.at('2026-11-23T10:00:14+08:00')
  await Promise.all([town.tick('report-clock'), town.tick('report-clock')])
  const resumed = await look(zhang, report.id)
  // Three hours were left when it was suspended.
  expect(resumed).toMatchObject({ state: 'filed', suspendedUntil: null, dueAt: '2026-11-23T05:00:00Z', closeDueAt: '2026-11-30T01:00:00Z' })
  expect(await kindsOf(report.id)).toEqual(['report', 'accept', 'file', 'suspend', 'resume'])
  expect((await zhang.ok('GET /reports/:id/events', { params: { id: report.id } })).items.at(-1)).toMatchObject({
    actor: '系统',
    from: 'suspended',
    to: 'filed',
  })
  expect((await zhang.ok('GET /reports/:id/events', { params: { id: report.id } })).items.at(-2)?.target).toBe('11月23日 10:00')
  town.at('2026-11-23T13:00:00+08:00')
  await town.tick('report-clock')
  expect((await look(zhang, report.id)).overdue).toBe(true)
})

test('when an overdue matter is suspended, then it comes back by itself all the same', async () => {
  const zhang = await town.as('grid_worker')
  const report = await inState(town, 'accepted')
  town.at(5 * hour)
  await town.tick('report-clock')
  await does(zhang, report.id, { action: 'suspend', note, until: new Date(town.now.getTime() + day).toISOString() })
  town.at(day)
  await town.tick('report-clock')
  expect(await look(zhang, report.id)).toMatchObject({ state: 'accepted', overdue: true })
  expect(await overduesOf(report.id)).toBe(1)
})

test('when 张敏 resumes early, then only the time that it stood is added', async () => {
  const zhang = await town.as('grid_worker')
  const report = await inState(town, 'suspended')
  town.at(90 * 60_000)
  expect(await does(zhang, report.id, { action: 'resume' })).toMatchObject({ state: 'accepted', dueAt: '2026-11-20T06:30:00Z' })
})

test('when 刘组长 urges a matter, then it is marked and who leads is told', async () => {
  const report = await inState(town, 'handling')
  expect(await does(await town.as('grid_leader'), report.id, { action: 'supervise', note: '居民多次反映' })).toMatchObject({
    supervised: true,
    state: 'handling',
  })
  expect((await toldOf(await town.as('property'), report.id))[0]).toBe('督办：电梯故障')
  expect((await toldOf(await town.as('department'), report.id))[0]).toBe('督办：电梯故障')
})

test('when it is handed to another, then the limit stays, and the new one has it', async () => {
  const zhang = await town.as('grid_worker')
  const report = await inState(town, 'handling')
  const handed = await does(zhang, report.id, { action: 'dispatch', assignee: enforcement })
  expect(handed).toMatchObject({ state: 'dispatched', dueAt: report.dueAt, acceptedBy: null, helpers: [], lead: { code: enforcement } })
  expect((await act(await town.as('property'), report.id, { action: 'handle', note })).status).toBe(403)
  expect(await does(await town.as('department'), report.id, { action: 'accept' })).toMatchObject({
    state: 'handling',
    acceptedBy: '顾队长',
  })
  expect(handed.lead?.code).not.toBe(aibo4Property)
})

test('when the limit of a category is five minutes, then so it is', async () => {
  const report = await send(await town.as('resident'), lift({ categoryCode: 'EB.LIFT' }))
  expect(report.dueAt).toBe('2026-11-20T01:05:00Z')
})

test('when one matter cannot be dealt with, then the others are', async () => {
  const [broken, fine] = [await send(await town.as('resident')), await send(await town.as('resident'))]
  // Its chain already has the event that the clock would write.
  await town.db
    .insertInto('report_events')
    .values({
      town_code: '310112008',
      report_id: broken.id,
      seq: 2,
      at: town.now.toISOString(),
      kind: 'comment',
      from_state: 'submitted',
      to_state: 'submitted',
      actor_as: 'system',
      previous: '',
      digest: '',
    })
    .execute()
  town.at(5 * hour)
  await expect(town.tick('report-clock')).rejects.toThrow('1 reports failed')
  expect((await look(await town.as('resident'), fine.id)).overdue).toBe(true)
})
