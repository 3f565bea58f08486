import { studyCalls } from '../../../contract/study'
import type { Service } from '../../foundation'
import { type Handlers, serve } from '../../serve'
import { checkInHandlers } from './check-in-handlers'
import { hostHandlers } from './host-handlers'
import { pathHandlers } from './path-handlers'
import { routeHandlers } from './route-handlers'
import { siteHandlers } from './site-handlers'
import { createStudyCodes } from './study-code'

export type StudyHandlers = Handlers<typeof studyCalls>

/** Study corners and red history: sites, honest check-ins, and one's own path. */
export const study: Service = {
  register(app, foundation) {
    const codes = createStudyCodes(foundation.keys.study)
    serve(app, foundation, studyCalls, {
      ...siteHandlers(foundation),
      ...routeHandlers(),
      ...hostHandlers(codes),
      ...checkInHandlers(foundation, codes),
      ...pathHandlers(foundation),
    })
  },
}
