import { View } from '@tarojs/components'
import type { PropsWithChildren } from 'react'
import { Gate as SessionGate } from '@/session/gate'
import './report.scss'

/** What only somebody signed in can see of this service; a guest is shown the way. */
export const Gate = ({ children }: PropsWithChildren) => (
  <SessionGate hint='登录后可以上报家门口的事，看到办理经过。'>
    <View>{children}</View>
  </SessionGate>
)
