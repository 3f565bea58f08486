import { session } from '@/session/session'
import type { Grant } from '../../../contract/account'

/** Whether the person holds one of the roles. */
export const holds = (...roles: readonly Grant['role'][]): boolean =>
  session.person?.grants.some(({ role }) => roles.includes(role)) ?? false

/** Whether the person reads cards of the mailbox before everybody does. */
export const mayReview = (): boolean => holds('site_host', 'board_editor', 'admin')

/** Whether the person writes in the learning list of their town. */
export const mayEditLearning = (): boolean => holds('board_editor', 'admin')
