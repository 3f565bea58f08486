import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import type { PropsWithChildren } from 'react'
import { Empty, StateView } from '@/components/state-view'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import './report.scss'

type Props = PropsWithChildren<{
  /** Uses all of a wide window; otherwise lines stay short enough to read. */
  wide?: boolean
}>

/** What only somebody signed in can see; a guest is shown the way. */
export const Gate = observer(function Gate({ wide, children }: Props) {
  if (session.status === 'starting') return <StateView state='loading' onRetry={() => session.start()} />
  if (session.status === 'guest') {
    return <Empty title='请先登录' hint='登录后可以上报家门口的事，看到办理经过。' action='登录' onAction={needSession} />
  }
  return <View className={wide ? undefined : 'narrow'}>{children}</View>
})
