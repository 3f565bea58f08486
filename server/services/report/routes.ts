import { reportCalls } from '../../../contract/report'
import type { Foundation, Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { reportClock } from './clock-job'
import { listHandlers } from './list-handlers'
import { matterHandlers } from './matter-handlers'
import { submitHandlers } from './submit-handlers'

export type ReportHandlers = Handlers<typeof reportCalls>

/** Reports of nuisances: from the resident's phone to the one who handles them, and back to the resident's judgement. */
export const report: Service = {
  register(app, foundation: Foundation) {
    serve(app, foundation, reportCalls, {
      ...submitHandlers(foundation),
      ...listHandlers(foundation),
      ...matterHandlers(foundation),
    })
  },
  jobs: () => [reportClock],
}
