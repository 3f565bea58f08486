import { accountCalls } from '../../../contract/account'
import type { Service } from '../../foundation'
import { serve } from '../../serve'
import { days, later } from '../../shared/shanghai'
import { grantHandlers } from './grant-handlers'
import { inboxHandlers } from './inbox-handlers'
import { profileHandlers } from './profile-handlers'
import { sessionHandlers } from './session-handlers'
import { deleteEndedSessions } from './session-queries'

/** People: sessions, profile, messages, roles. */
export const account: Service = {
  register(app, foundation) {
    serve(app, foundation, accountCalls, {
      ...sessionHandlers(app, foundation),
      ...profileHandlers(foundation),
      ...inboxHandlers(),
      ...grantHandlers(foundation),
    })
  },
  jobs: () => [
    {
      name: 'account-sweep',
      everySeconds: 3600,
      run: (db, now) => deleteEndedSessions(db, later(now, -days(30))),
    },
  ],
}
