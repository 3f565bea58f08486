import { branchCalls } from '../../../contract/branch'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { monthHandlers } from './month-handlers'
import { xuexiHandlers } from './xuexi-handlers'

export type BranchHandlers = Handlers<typeof branchCalls>

/** Branches of the party: who took part month by month, and what members have in 学习强国. */
export const branch: Service = {
  register(app, foundation) {
    serve(app, foundation, branchCalls, { ...monthHandlers(), ...xuexiHandlers(foundation) })
  },
}
