import { type Action, actions, type State, states } from '../../contract/report'

// Written from the book of rules of grid management (docs, glossary), not from the server's table: what a test expects of every cell.
// A word is the state that follows; `same` stays; `before` goes back to where the suspension came from; a dash is refused.
const cells = `
            accept    file   dispatch    arrive    handle   verify    close   return    suspend    resume  reject    merge   supervise  reopen    comment
submitted   accepted  -      -           -         -        -         -       -         -          -       rejected  merged  same       -         same
accepted    -         filed  dispatched  handling  handled  -         -       -         suspended  -       rejected  merged  same       -         same
filed       -         -      dispatched  handling  handled  -         -       -         suspended  -       -         merged  same       -         same
dispatched  handling  -      dispatched  handling  handled  -         -       returned  suspended  -       -         merged  same       -         same
handling    -         -      dispatched  handling  handled  -         -       returned  suspended  -       -         merged  same       -         same
handled     -         -      -           -         -        verified  -       handling  -          -       -         -       same       -         same
verified    -         -      -           -         -        -         closed  -         -          -       -         -       same       -         same
closed      -         -      -           -         -        -         -       -         -          -       -         -       -          reopened  -
returned    -         -      dispatched  -         -        -         -       -         suspended  -       -         merged  same       -         same
suspended   -         -      -           -         -        -         -       -         -          before  -         -       same       -         same
rejected    -         -      -           -         -        -         -       -         -          -       -         -       -          -         -
merged      -         -      -           -         -        -         -       -         -          -       -         -       -          -         -
reopened    accepted  -      -           -         -        -         -       -         -          -       rejected  -       same       -         same
`

const [head = '', ...lines] = cells.trim().split('\n')
const columns = head.trim().split(/\s+/) as Action[]
const byState = new Map(
  lines.map((line) => {
    const [state, ...words] = line.trim().split(/\s+/)
    return [state as State, words] as const
  }),
)

/** What follows on an action in a state; null where it is refused. */
export function expected(state: State, action: Action): State | 'same' | 'before' | null {
  const word = byState.get(state)?.[columns.indexOf(action)]
  if (!word) throw new Error(`no cell for ${action} in ${state}`)
  return word === '-' ? null : (word as State)
}

/** Who may do an action, in a state where it is allowed at all. */
const mayDo: Readonly<Record<string, string>> = {
  accept: 'grid grid_leader admin lead',
  'accept in dispatched': 'lead helper',
  file: 'grid grid_leader admin',
  dispatch: 'grid grid_leader admin department',
  arrive: 'lead helper grid',
  handle: 'lead helper accepter',
  verify: 'grid grid_leader admin',
  close: 'grid grid_leader admin',
  return: 'lead',
  'return in handled': 'grid grid_leader admin',
  suspend: 'grid grid_leader admin lead',
  resume: 'grid grid_leader admin lead',
  reject: 'grid grid_leader admin',
  merge: 'grid grid_leader admin',
  supervise: 'grid_leader admin',
  reopen: 'reporter',
  comment: 'reporter lead helper grid grid_leader admin',
}

export const who = (action: Action, state: State): string[] => (mayDo[`${action} in ${state}`] ?? mayDo[action] ?? '').split(' ')
/** Who may ever do an action. */
export const everWho = (action: Action): Set<string> =>
  new Set(Object.entries(mayDo).flatMap(([key, people]) => (key.split(' ')[0] === action ? people.split(' ') : [])))

export const everyCell = states.flatMap((state) => actions.map((action) => ({ state, action })))
