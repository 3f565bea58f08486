import { accountCalls } from './account'
import { branchCalls } from './branch'
import { canteenCalls } from './canteen'
import { photoCalls } from './photo'
import { placeCalls } from './place'
import { reportCalls } from './report'
import { studyCalls } from './study'

/** Every call of the wire, one line a service. */
export const calls = {
  ...accountCalls,
  ...placeCalls,
  ...photoCalls,
  ...reportCalls,
  ...canteenCalls,
  ...studyCalls,
  ...branchCalls,
}
export type AllCalls = typeof calls
