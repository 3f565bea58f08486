import { holds } from '@/session/holds'

/** Whether the person reads cards of the mailbox before everybody does. */
export const mayReview = (): boolean => holds('site_host', 'board_editor', 'admin')

/** Whether the person writes in the learning list of their town. */
export const mayEditLearning = (): boolean => holds('board_editor', 'admin')
