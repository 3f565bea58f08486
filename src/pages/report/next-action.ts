import type { Action, Report } from '../../../contract/report'

type Standing = Pick<Report, 'state' | 'actions' | 'lead'>

/** Done at once with one tap; the others ask for something first. */
const oneTap: readonly Action[] = ['accept', 'file', 'arrive', 'resume']

export const isOneTap = (action: Action): boolean => oneTap.includes(action)

/** What is sensible to do next: the one big button of who handles it; null when it is somebody else's turn. */
export function nextAction({ state, actions, lead }: Standing): Action | null {
  const first = (...wanted: Action[]) => wanted.find((action) => actions.includes(action)) ?? null
  if (state === 'handling') return first('handle')
  if (state === 'accepted' || state === 'filed' || state === 'returned') {
    return lead?.kind === 'grid' && state !== 'returned' ? first('arrive', 'handle', 'dispatch') : first('dispatch', 'arrive', 'handle')
  }
  return first('accept', 'verify', 'close', 'resume')
}

/** Whether the reader handles it, rather than having reported or seen it. */
export const isHandler = ({ actions, mayContact }: Pick<Report, 'actions' | 'mayContact'>): boolean =>
  mayContact || actions.some((action) => action !== 'comment' && action !== 'reopen')
