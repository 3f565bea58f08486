import { observer } from 'mobx-react-lite'
import type { PropsWithChildren } from 'react'
import { Empty, StateView } from '@/components/state-view'
import { needSession } from './need-session'
import { session } from './session'

/** What only somebody signed in can see; a guest is shown the way. */
export const Gate = observer(function Gate({ hint, children }: PropsWithChildren<{ hint: string }>) {
  // who it was last time may read and write what is on the phone while the server is asked
  if (session.status === 'starting' && !session.person) return <StateView state='loading' onRetry={() => session.start()} />
  if (session.status === 'guest') return <Empty title='请先登录' hint={hint} action='登录' onAction={needSession} />
  if (session.person) return <>{children}</>
  return <StateView state='error' error='网络连不上，请检查网络后再试。' onRetry={() => session.refreshPerson()} />
})
