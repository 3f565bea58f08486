import type { Action, State } from '../../../contract/report'
import { type Limits, limitsAfter, limitsFrom, type Suspension } from './clock'
import type { Transition } from './rules'

/** The part of a report that changes. */
export interface Standing extends Limits, Suspension {
  readonly state: State
  readonly leadCode: string
  readonly acceptedById: string | null
  readonly handledById: string | null
  readonly clockAt: string
  readonly handledAt: string | null
  readonly closedAt: string | null
  readonly endedAt: string | null
  readonly suspendedFrom: State | null
  readonly overdueAt: string | null
  readonly supervisedAt: string | null
  readonly reopenedCount: number
  readonly mergedInto: string | null
  readonly supporters: number
  readonly stars: number | null
  readonly ratingText: string | null
}

/** What an action brings along. */
export interface Step {
  readonly now: Date
  readonly actorId: string | null
  readonly gridCode: string
  readonly limitMinutes: number
  readonly assignee?: string | undefined
  readonly until?: string | undefined
  readonly into?: string | undefined
}

type Change = (standing: Standing, step: Step) => Partial<Standing>

const nothing: Change = () => ({})
const end: Change = (_, { now }) => ({ endedAt: now.toISOString() })

const changes: Record<Action, Change> = {
  accept: (_, { actorId }) => ({ acceptedById: actorId }),
  file: nothing,
  dispatch: ({ leadCode }, { assignee }) => ({ leadCode: assignee ?? leadCode, acceptedById: null }),
  arrive: ({ acceptedById }, { actorId }) => ({ acceptedById: acceptedById ?? actorId }),
  handle: ({ closeDueAt }, { now, actorId }) => ({
    handledById: actorId,
    handledAt: now.toISOString(),
    clockAt: closeDueAt,
    overdueAt: null,
  }),
  verify: nothing,
  close: (_, { now }) => ({ closedAt: now.toISOString(), endedAt: now.toISOString() }),
  // Not satisfied with the handling: the first limit runs on. Not theirs: the grid has it back.
  return: ({ state, dueAt }, { gridCode }) =>
    state === 'handled' ? { handledById: null, handledAt: null, clockAt: dueAt } : { leadCode: gridCode, acceptedById: null },
  suspend: ({ state }, { now, until = '' }) => ({
    suspendedAt: now.toISOString(),
    suspendedUntil: until,
    suspendedFrom: state,
    clockAt: until,
  }),
  resume: (standing, { now }) => {
    const limits = limitsAfter(standing, standing, now)
    return { ...limits, clockAt: limits.dueAt, suspendedAt: null, suspendedUntil: null, suspendedFrom: null }
  },
  reject: end,
  merge: (standing, step) => ({ ...end(standing, step), mergedInto: step.into ?? null }),
  supervise: (_, { now }) => ({ supervisedAt: now.toISOString() }),
  reopen: ({ reopenedCount }, { now, limitMinutes }) => {
    const limits = limitsFrom(now, limitMinutes)
    return { ...limits, clockAt: limits.dueAt, ...freshStart, reopenedCount: reopenedCount + 1 }
  },
  comment: nothing,
}

/** A matter that is reopened begins anew; what was before stands in its events. */
const freshStart = {
  acceptedById: null,
  handledById: null,
  handledAt: null,
  closedAt: null,
  endedAt: null,
  overdueAt: null,
  supervisedAt: null,
  stars: null,
  ratingText: null,
} as const

/** Where the report stands after a transition of the table. */
export function standingAfter(standing: Standing, { action, to }: Pick<Transition, 'action' | 'to'>, step: Step): Standing {
  return { ...standing, ...changes[action](standing, step), state: stateAfter(standing, to) }
}

function stateAfter({ state, suspendedFrom }: Standing, to: Transition['to']): State {
  if (to === 'same') return state
  return to === 'before' ? (suspendedFrom as State) : to
}
