import type { PropsWithChildren } from 'react'
import { Gate as SessionGate } from '@/session/gate'

/** What only somebody signed in can see of this service; a guest is shown the way. */
export const Gate = ({ children }: PropsWithChildren) => (
  <SessionGate hint='登录后可以订餐、看取餐码，也能替家人订。'>{children}</SessionGate>
)
