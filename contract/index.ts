import { accountCalls } from './account'
import { boardStaffCalls } from './board'
import { branchCalls } from './branch'
import { canteenCalls } from './canteen'
import { learningCalls } from './learning'
import { mailboxCalls } from './mailbox'
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
  ...mailboxCalls,
  ...learningCalls,
  ...boardStaffCalls,
}
export type AllCalls = typeof calls
