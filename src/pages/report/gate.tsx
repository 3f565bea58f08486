import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { PropsWithChildren } from 'react'
import { Empty, StateView } from '@/components/state-view'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import './report.scss'

/** What only somebody signed in can see; a guest is shown the way. */
export const Gate = observer(function Gate({ children }: PropsWithChildren) {
  // who it was last time may read and write what is on the phone while the server is asked
  if (session.status === 'starting' && !session.person) return <StateView state='loading' onRetry={() => session.start()} />
  if (session.status === 'guest') {
    return <Empty title='请先登录' hint='登录后可以上报家门口的事，看到办理经过。' action='登录' onAction={needSession} />
  }
  return <View>{children}</View>
})
