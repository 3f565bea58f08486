import fc from 'fast-check'
import { type Persona, personas } from '../../contract/account'
import { type Action, actions, type Report, type State } from '../../contract/report'
import { expected } from '../helpers/report-table'
import { act, aibo4Property, look, send } from '../helpers/reports'
import { TestTown } from '../helpers/server'

let town: TestTown
beforeAll(async () => {
  town = await TestTown.open(undefined, { REPORTS_PER_DAY: '100000' })
})
afterAll(() => town.close())

const handlers: Persona[] = ['grid_worker', 'grid_leader', 'property', 'department', 'admin', 'resident']
const move = fc.record({
  who: fc.constantFrom(...personas, ...handlers, ...handlers, ...handlers),
  /** An action of the table, one that the screen offers, or something else that may happen. */
  what: fc.oneof(
    fc.constantFrom(...actions),
    { arbitrary: fc.constant('offered' as const), weight: 3 },
    fc.constantFrom('support' as const, 'rate' as const, 'clock' as const, 'wait' as const),
  ),
  note: fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }), { nil: undefined }),
  hours: fc.integer({ min: 1, max: 120 }),
  assignee: fc.constantFrom(aibo4Property, 'CG-XH', 'XH-01', 'FG-XH', 'nowhere'),
  pick: fc.nat(20),
})
type Move = typeof move extends fc.Arbitrary<infer M> ? M : never

const stateOf = async (id: string): Promise<State> => (await look(await town.as('admin'), id)).state
const seen = new Set<State>()

async function play(reports: readonly Report[], { who, what, note, hours, assignee, pick }: Move): Promise<void> {
  const [{ id }] = reports as [Report]
  const caller = await town.as(who)
  if (what === 'wait') return town.at(hours * 3_600_000)
  if (what === 'clock') return town.tick('report-clock')
  if (what === 'support') return expect((await caller.call('POST /reports/:id/support', { params: { id } })).status).toBeLessThan(500)
  if (what === 'rate') {
    const answer = await caller.call('POST /reports/:id/rating', { params: { id }, body: { stars: 1 + (pick % 5) } })
    return expect(answer.status).toBeLessThan(500)
  }
  const before = await stateOf(id)
  const action = what === 'offered' ? await offered(who, id, pick) : what
  if (!action) return
  const until = new Date(town.now.getTime() + hours * 3_600_000).toISOString()
  const into = (reports[pick % 3] as Report).id
  const answer = await act(caller, id, { action, ...(note ? { note } : {}), assignee, until, into })
  expect(answer.status).toBeLessThan(500)
  const after = await stateOf(id)
  seen.add(after)
  if (answer.status !== 200) return expect(after).toBe(before)
  const to = expected(before, action)
  if (to === 'before') expect(['accepted', 'filed', 'dispatched', 'handling', 'returned']).toContain(after)
  else expect([before, action, after]).toEqual([before, action, to === 'same' ? before : to])
}

async function offered(who: Persona, id: string, pick: number): Promise<Action | undefined> {
  const answer = await (await town.as(who)).call('GET /reports/:id', { params: { id } })
  return answer.status === 200 ? answer.body.actions[pick % Math.max(answer.body.actions.length, 1)] : undefined
}

async function expectWhole({ id }: Report): Promise<void> {
  const admin = await town.as('admin')
  const { chain, ...proof } = await admin.ok('GET /reports/:id/evidence', { params: { id } })
  expect(proof).toMatchObject({ valid: true, brokenAt: null })
  expect(chain.map(({ seq }) => seq)).toEqual(chain.map((_, at) => at + 1))
  const own = (await admin.ok('GET /reports/:id/events', { params: { id } })).items.filter(({ source }) => source === null)
  for (const [at, event] of own.entries()) expect(event.from).toBe(own[at - 1]?.to ?? null)
  expect(await stateOf(id)).toBe(own.at(-1)?.to)
}

test('when people do whatever comes to their minds, then nothing breaks: no fault, no gap, no state by another way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 10, maxLength: 40 }), async (story) => {
      town.at('2026-11-20T09:00:00+08:00')
      const senders: Persona[] = ['resident', 'neighbour', 'resident']
      const reports: Report[] = []
      for (const sender of senders) reports.push(await send(await town.as(sender)))
      for (const step of story) await play(reports, step)
      for (const report of reports) await expectWhole(report)
    }),
    { numRuns: 20, seed: 310112, endOnFailure: true },
  )
  // The stories reach nearly everywhere.
  expect(seen.size).toBeGreaterThanOrEqual(9)
})
