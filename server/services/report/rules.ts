import type { Action, State } from '../../../contract/report'
import type { Capacity } from './sight'

/** What an action must carry. `photo` is asked only where the category's evidence rule says so. */
export type Need = 'note' | 'photo' | 'assignee' | 'until' | 'into'

/** `same` stays; `before` goes back to where it was before the suspension. */
export interface Transition {
  readonly action: Action
  readonly from: readonly State[]
  readonly to: State | 'same' | 'before'
  readonly by: readonly Capacity[]
  readonly needs: readonly Need[]
}

const open: readonly State[] = [
  'submitted',
  'accepted',
  'filed',
  'dispatched',
  'handling',
  'handled',
  'verified',
  'returned',
  'suspended',
  'reopened',
]
const grid = ['grid', 'grid_leader', 'admin'] as const

const row = (action: Action, from: readonly State[], to: Transition['to'], by: readonly Capacity[], ...needs: Need[]): Transition => ({
  action,
  from,
  to,
  by,
  needs,
})

/** The table of transitions: nothing changes its state by another way. */
export const transitions: readonly Transition[] = [
  row('accept', ['submitted', 'reopened'], 'accepted', [...grid, 'lead']),
  row('accept', ['dispatched'], 'handling', ['lead', 'helper']),
  row('file', ['accepted'], 'filed', grid),
  row('dispatch', ['accepted', 'filed', 'returned', 'dispatched', 'handling'], 'dispatched', [...grid, 'department'], 'assignee'),
  row('arrive', ['accepted', 'filed', 'dispatched', 'handling'], 'handling', ['lead', 'helper', 'grid']),
  row('handle', ['accepted', 'filed', 'dispatched', 'handling'], 'handled', ['lead', 'helper', 'accepter'], 'note', 'photo'),
  row('verify', ['handled'], 'verified', grid),
  row('close', ['verified'], 'closed', grid),
  row('return', ['dispatched', 'handling'], 'returned', ['lead'], 'note'),
  row('return', ['handled'], 'handling', grid, 'note'),
  row('suspend', ['accepted', 'filed', 'dispatched', 'handling', 'returned'], 'suspended', [...grid, 'lead'], 'note', 'until'),
  row('resume', ['suspended'], 'before', [...grid, 'lead']),
  row('reject', ['submitted', 'accepted', 'reopened'], 'rejected', grid, 'note'),
  row('merge', ['submitted', 'accepted', 'filed', 'dispatched', 'handling', 'returned'], 'merged', grid, 'into'),
  row('supervise', open, 'same', ['grid_leader', 'admin'], 'note'),
  row('reopen', ['closed'], 'reopened', ['reporter'], 'note'),
  row('comment', open, 'same', [...grid, 'reporter', 'lead', 'helper'], 'note'),
]

/** After closing, the reporter has this long to say that it is not solved. */
export const reopenDays = 30

/** What decides, besides the table. */
export interface Subject {
  readonly state: State
  readonly acceptedById: string | null
  readonly handledById: string | null
  readonly reopenedCount: number
  readonly closedAt: string | null
}

export interface Actor {
  readonly personId: string
  readonly held: ReadonlySet<Capacity>
}

export type Obstacle = 'not-yours' | 'taken' | 'state' | 'own-work' | 'reopened-before' | 'reopen-late'

/** The row of the table that applies, or what stands in the way. */
export function weigh(action: Action, subject: Subject, { personId, held }: Actor, now: Date): Transition | Obstacle {
  const rows = transitions.filter((row) => row.action === action)
  const mayBy = (row: Transition) => row.by.some((capacity) => held.has(capacity))
  if (!rows.some(mayBy)) return 'not-yours'
  const row = rows.find((row) => row.from.includes(subject.state))
  if (!row) return action === 'accept' && isTaken(subject) ? 'taken' : 'state'
  if (!mayBy(row)) return 'not-yours'
  if (action === 'verify' && subject.handledById === personId) return 'own-work'
  if (action === 'reopen' && subject.reopenedCount > 0) return 'reopened-before'
  if (action === 'reopen' && now.getTime() > new Date(subject.closedAt as string).getTime() + reopenDays * 86_400_000) return 'reopen-late'
  return row
}

const isTaken = ({ state, acceptedById }: Subject) => acceptedById !== null && ['accepted', 'filed', 'handling'].includes(state)

/** What the person may do now: the buttons of the screen. */
export function actionsFor(subject: Subject, actor: Actor, now: Date): Action[] {
  const actions = [...new Set(transitions.map((row) => row.action))]
  return actions.filter((action) => typeof weigh(action, subject, actor, now) === 'object')
}
