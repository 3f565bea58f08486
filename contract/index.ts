import { accountCalls } from './account'
import { photoCalls } from './photo'
import { placeCalls } from './place'
import { reportCalls } from './report'

/** Every call of the wire, one line a service. */
export const calls = {
  ...accountCalls,
  ...placeCalls,
  ...photoCalls,
  ...reportCalls,
}
export type AllCalls = typeof calls
