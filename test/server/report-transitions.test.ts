import type { Persona } from '../../contract/account'
import { type Action, type Report, type State, states } from '../../contract/report'
import { everWho, everyCell, expected, who } from '../helpers/report-table'
import { act, aibo4Property, does, enforcement, inState, lift, look, send, type Transit } from '../helpers/reports'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '10000' })
})
afterAll(() => town.close())

const note = '有原因'
const tomorrow = () => new Date(town.now.getTime() + 86_400_000).toISOString()

/** Everything that an action may need. */
async function bodyFor(action: Action): Promise<Transit> {
  if (action === 'dispatch') return { action, note, assignee: aibo4Property, helpers: [enforcement] }
  if (action === 'suspend') return { action, note, until: tomorrow() }
  if (action === 'merge') return { action, note, into: (await send(await town.as('neighbour'))).id }
  return { action, note }
}

const people = ['resident', 'neighbour', 'outsider', 'grid_worker', 'grid_leader', 'property', 'department', 'admin'] as const
type Player = (typeof people)[number]

/** What the people are to a report of 王阿姨's in 爱博四村 (helpers/reports.ts brings it into its state). */
function heldBy(person: Player, state: State): string[] {
  const back = state === 'returned'
  const dispatched = ['dispatched', 'handling', 'handled', 'verified', 'closed', 'reopened'].includes(state)
  const accepted = ['accepted', 'filed', 'suspended'].includes(state)
  switch (person) {
    case 'resident':
      return ['reporter']
    case 'grid_worker':
      return ['grid', ...(back ? ['lead'] : []), ...(accepted ? ['accepter'] : [])]
    case 'grid_leader':
      return ['grid_leader', ...(back ? ['lead'] : [])]
    case 'property':
      return back ? [] : ['lead']
    case 'department':
      return dispatched ? ['helper'] : []
    case 'admin':
      return ['admin']
    default:
      return []
  }
}

/** The answer that a person must get. */
function answerFor(person: Player, action: Action, state: State): [status: number, code: string | undefined] {
  const held = heldBy(person, state)
  const hidden = (state === 'rejected' || state === 'merged') && held.length === 0
  if (person === 'outsider' || hidden) return [404, 'report-not-found']
  if (!held.some((capacity) => everWho(action).has(capacity))) return [403, 'report-not-yours']
  const taken = action === 'accept' && ['accepted', 'filed', 'handling'].includes(state)
  if (expected(state, action) === null) return [409, taken ? 'report-taken' : 'report-state']
  return held.some((capacity) => who(action, state).includes(capacity)) ? [200, undefined] : [403, 'report-not-yours']
}

/** Brings nothing further, so that one report serves for all. */
const harmless = (action: Action) => action === 'comment' || action === 'supervise'

describe.each(states)('a report that is %s', (state) => {
  let shared: Report
  beforeAll(async () => {
    shared = await inState(town, state)
  })

  test.each(everyCell.filter((cell) => cell.state === state))(
    'when $action is done, then everybody gets the answer of the table',
    async ({ action }) => {
      for (const person of people) {
        const [status, code] = answerFor(person, action, state)
        const report = status === 200 && !harmless(action) ? await inState(town, state) : shared
        const answer = await act(await town.as(person), report.id, await bodyFor(action))
        expect({ person, status: answer.status, code: answer.problem.code }).toEqual({ person, status, code })
        if (status === 200) await expectFollows(report, action, answer.body)
      }
      expect((await look(await town.as('resident'), shared.id)).state).toBe(state)
    },
  )

  async function expectFollows(before: Report, action: Action, after: Report): Promise<void> {
    const to = expected(state, action)
    expect(after.state).toBe(to === 'same' ? before.state : to === 'before' ? 'accepted' : to)
    const { items } = await (await town.as('admin')).ok('GET /reports/:id/events', { params: { id: before.id } })
    expect(items.at(-1)).toMatchObject({ kind: action, from: before.state, to: after.state, note })
  }

  test.each(people)('when %s looks, then the buttons are those that the table gives them', async (person) => {
    const answer = await (await town.as(person)).call('GET /reports/:id', { params: { id: shared.id } })
    const allowed = everyCell.filter((cell) => cell.state === state && answerFor(person, cell.action, state)[0] === 200)
    if (answer.status === 200) expect(answer.body.actions.toSorted()).toEqual(allowed.map(({ action }) => action).toSorted())
    else expect([answer.problem.code, allowed]).toEqual(['report-not-found', []])
  })
})

test('when an action lacks what it must carry, then the field is named and nothing changes', async () => {
  const zhang = await town.as('grid_worker')
  const lacking: readonly [Persona, State, Transit, string, string][] = [
    ['grid_worker', 'accepted', { action: 'dispatch' }, 'report-assignee-needed', 'body/assignee'],
    ['grid_worker', 'accepted', { action: 'dispatch', assignee: 'WY-nowhere' }, 'report-unit-unknown', 'body/assignee'],
    ['grid_worker', 'accepted', { action: 'dispatch', assignee: 'HQ-JS' }, 'report-unit-unknown', 'body/assignee'],
    ['grid_worker', 'accepted', { action: 'dispatch', assignee: aibo4Property, helpers: ['HQ-JS'] }, 'report-unit-unknown', 'body/helpers'],
    ['grid_worker', 'accepted', { action: 'suspend', until: tomorrow() }, 'report-note-needed', 'body/note'],
    ['grid_worker', 'accepted', { action: 'suspend', note }, 'report-until-needed', 'body/until'],
    ['grid_worker', 'accepted', { action: 'suspend', note, until: town.now.toISOString() }, 'report-until-unfit', 'body/until'],
    ['grid_worker', 'accepted', { action: 'suspend', note, until: '2027-03-01T00:00:00+08:00' }, 'report-until-unfit', 'body/until'],
    ['grid_worker', 'accepted', { action: 'suspend', note, until: '2026-11-21T23:59:60Z' }, 'report-until-unfit', 'body/until'],
    ['grid_worker', 'accepted', { action: 'merge' }, 'report-into-needed', 'body/into'],
    ['grid_worker', 'submitted', { action: 'reject' }, 'report-note-needed', 'body/note'],
    ['property', 'dispatched', { action: 'handle' }, 'report-note-needed', 'body/note'],
    ['property', 'dispatched', { action: 'return' }, 'report-note-needed', 'body/note'],
    ['grid_worker', 'handled', { action: 'return' }, 'report-note-needed', 'body/note'],
    ['grid_leader', 'handling', { action: 'supervise' }, 'report-note-needed', 'body/note'],
    ['resident', 'closed', { action: 'reopen' }, 'report-note-needed', 'body/note'],
    ['resident', 'handling', { action: 'comment' }, 'report-note-needed', 'body/note'],
  ]
  for (const [persona, state, body, code, path] of lacking) {
    const report = await inState(town, state)
    const before = await zhang.ok('GET /reports/:id/evidence', { params: { id: report.id } })
    const answer = await act(await town.as(persona), report.id, body)
    expect([code, answer.status, answer.problem.code]).toEqual([code, 422, code])
    expect(answer.problem.errors).toEqual([{ path, message: answer.problem.detail }])
    expect(await look(zhang, report.id)).toMatchObject({ state })
    expect((await zhang.ok('GET /reports/:id/evidence', { params: { id: report.id } })).events).toBe(before.events)
  }
})

test('when two press 接单 at the same moment, then one has it and the other is told who', async () => {
  for (let round = 0; round < 5; round++) {
    const report = await send(await town.as('resident'))
    const both = [await town.as('grid_worker'), await town.as('grid_leader')]
    const answers = await Promise.all(both.map((caller) => act(caller, report.id, { action: 'accept' })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409])
    const winner = answers[0]?.status === 200 ? '张敏' : '刘组长'
    const loser = answers.find(({ status }) => status === 409)
    expect(loser?.problem).toMatchObject({ code: 'report-taken', detail: `已由${winner}接单。` })
    expect(await look(await town.as('resident'), report.id)).toMatchObject({ state: 'accepted', acceptedBy: winner })
  }
})

test('when 张敏 presses 接单 twice, then the second time she is told that she has it', async () => {
  const report = await inState(town, 'accepted')
  expect((await act(await town.as('grid_worker'), report.id, { action: 'accept' })).problem.detail).toBe('您已经接单了。')
})

test('when the handler verifies, then another must, and the refusal says so', async () => {
  const zhang = await town.as('grid_worker')
  const report = await inState(town, 'accepted')
  await does(zhang, report.id, { action: 'handle', note })
  expect((await look(zhang, report.id)).actions).not.toContain('verify')
  expect((await act(zhang, report.id, { action: 'verify' })).problem).toMatchObject({ status: 409, code: 'report-own-work' })
  expect(await does(await town.as('grid_leader'), report.id, { action: 'verify' })).toMatchObject({ state: 'verified' })
})

test('when a department leads, then it may pass the matter on; a property company may not', async () => {
  const gu = await town.as('department')
  const report = await send(await town.as('resident'), lift({ categoryCode: 'CV.IDEA' }))
  await does(await town.as('grid_worker'), report.id, { action: 'accept' })
  await does(await town.as('grid_worker'), report.id, { action: 'dispatch', assignee: enforcement })
  expect(await does(gu, report.id, { action: 'dispatch', assignee: aibo4Property })).toMatchObject({ lead: { code: aibo4Property } })
  expect((await act(await town.as('property'), report.id, { action: 'dispatch', assignee: enforcement })).problem.code).toBe(
    'report-not-yours',
  )
})

test('when 周师傅 returns a matter, then it is off his worklist and the grid leads it', async () => {
  const zhou = await town.as('property')
  const report = await inState(town, 'returned')
  expect(report.lead).toMatchObject({ kind: 'grid', code: 'XH-01' })
  expect(report.helpers).toEqual([])
  const { items } = await zhou.ok('GET /reports', { query: { scope: 'worklist', limit: 100 } })
  expect(items.map(({ id }) => id)).not.toContain(report.id)
})

test('when what was handled is sent back, then the first limit runs on', async () => {
  const report = await inState(town, 'handled')
  const { handledAt, dueAt } = report
  expect(handledAt).not.toBeNull()
  expect(await does(await town.as('grid_worker'), report.id, { action: 'return', note })).toMatchObject({
    state: 'handling',
    handledAt: null,
    dueAt,
  })
})

test('when a private matter is given away, then who gave it away still gets the answer, and sees it no more', async () => {
  const gu = await town.as('department')
  const report = await send(await town.as('resident'), lift({ categoryCode: 'CV.PETITION' }))
  await does(await town.as('grid_worker'), report.id, { action: 'accept' })
  await does(await town.as('grid_worker'), report.id, { action: 'dispatch', assignee: enforcement })
  const answer = await act(gu, report.id, { action: 'return', note: '不是我们的事' })
  expect(answer.body).toMatchObject({ state: 'returned', actions: [], text: report.text })
  expect((await gu.call('GET /reports/:id', { params: { id: report.id } })).status).toBe(404)
})
