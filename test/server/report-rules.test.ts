import fc from 'fast-check'
import { actions, states } from '../../contract/report'
import { isSuspensionEnd, limitsAfter, limitsFrom, whenHappened } from '../../server/services/report/clock'
import { actionsFor, type Subject, transitions, weigh } from '../../server/services/report/rules'
import { type Capacity, capacities } from '../../server/services/report/sight'
import { everWho, everyCell, expected, who } from '../helpers/report-table'

const now = new Date('2026-11-20T09:00:00+08:00')
const subject = (changes: Partial<Subject> = {}): Subject => ({
  state: 'submitted',
  acceptedById: null,
  handledById: 'zhou',
  reopenedCount: 0,
  closedAt: '2026-11-19T01:00:00Z',
  ...changes,
})
const holding = (...held: Capacity[]) => ({ personId: 'min', held: new Set(held) })

test.each(everyCell)('when $action is done in $state, then the table says what it must', ({ state, action }) => {
  for (const capacity of capacities) {
    const verdict = weigh(action, subject({ state }), holding(capacity), now)
    const to = expected(state, action)
    if (!everWho(action).has(capacity)) expect([capacity, verdict]).toEqual([capacity, 'not-yours'])
    else if (to === null) expect([capacity, verdict]).toEqual([capacity, 'state'])
    else if (!who(action, state).includes(capacity)) expect([capacity, verdict]).toEqual([capacity, 'not-yours'])
    else expect([capacity, verdict]).toEqual([capacity, expect.objectContaining({ action, to })])
  }
})

test('when the table is read, then no action stands twice for a state, and every action stands in it', () => {
  const keys = transitions.flatMap(({ action, from }) => from.map((state) => `${action} ${state}`))
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(transitions.map(({ action }) => action))).toEqual(new Set(actions))
})

test('when somebody holds nothing, then no state offers them anything', () => {
  for (const state of states) expect(actionsFor(subject({ state }), holding(), now)).toEqual([])
})

test('when another has taken it on, then accepting says so, and only while they have it', () => {
  const by = (state: Subject['state']) => weigh('accept', subject({ state, acceptedById: 'zhang' }), holding('grid'), now)
  expect([by('accepted'), by('filed'), by('handling')]).toEqual(['taken', 'taken', 'taken'])
  expect([by('handled'), by('closed')]).toEqual(['state', 'state'])
})

test('when the handler wants to verify, then it must be another, whoever they are', () => {
  for (const capacity of ['grid', 'grid_leader', 'admin'] as const) {
    expect(weigh('verify', subject({ state: 'handled', handledById: 'min' }), holding(capacity), now)).toBe('own-work')
  }
})

test('when the reporter reopens, then it is once, and within 30 days to the second', () => {
  const reopen = (changes: Partial<Subject>, at: string) =>
    weigh('reopen', subject({ state: 'closed', closedAt: '2026-11-01T00:00:00Z', ...changes }), holding('reporter'), new Date(at))
  expect(reopen({}, '2026-12-01T00:00:00Z')).toMatchObject({ to: 'reopened' })
  expect(reopen({}, '2026-12-01T00:00:00.001Z')).toBe('reopen-late')
  expect(reopen({ reopenedCount: 1 }, '2026-11-02T00:00:00Z')).toBe('reopened-before')
})

test('when a report is suspended and resumed any number of times, then its limits move by exactly the time it stood', () => {
  const pauses = fc.array(
    fc.record({ run: fc.nat(10_000_000), stood: fc.nat(10_000_000), agreed: fc.integer({ min: 1, max: 10_000_000 }) }),
  )
  fc.assert(
    fc.property(pauses, fc.integer({ min: 1, max: 20_000 }), (rounds, minutes) => {
      let clock = now.getTime()
      let limits = limitsFrom(now, minutes)
      let stood = 0
      for (const round of rounds) {
        clock += round.run
        const suspension = { suspendedAt: new Date(clock).toISOString(), suspendedUntil: new Date(clock + round.agreed).toISOString() }
        clock += round.stood
        limits = limitsAfter(limits, suspension, new Date(clock))
        // A server that was down at the agreed end gives nobody more time.
        stood += Math.min(round.stood, round.agreed)
      }
      expect(new Date(limits.dueAt).getTime()).toBe(now.getTime() + minutes * 60_000 + stood)
      expect(new Date(limits.closeDueAt).getTime()).toBe(now.getTime() + 7 * 86_400_000 + stood)
    }),
  )
})

test('when a suspension is to end, then it is in the future and at most 90 days away', () => {
  const at = (ms: number) => isSuspensionEnd(new Date(now.getTime() + ms).toISOString(), now)
  expect([at(0), at(1), at(90 * 86_400_000), at(90 * 86_400_000 + 1), isSuspensionEnd('2026-11-20T23:59:60Z', now)]).toEqual([
    false,
    true,
    true,
    false,
    false,
  ])
})

test('when something happened, then it is within the last 30 days, with two minutes for a fast clock', () => {
  const at = (ms: number) => whenHappened(new Date(now.getTime() + ms).toISOString(), now)
  expect(whenHappened(null, now)).toBe(now)
  expect(at(120_000)).toBeInstanceOf(Date)
  expect(at(120_001)).toBe('future')
  expect(at(-30 * 86_400_000)).toBeInstanceOf(Date)
  expect(at(-30 * 86_400_000 - 1)).toBe('long-ago')
  expect(whenHappened('2026-11-19T23:59:60Z', now)).toBe('long-ago')
})
