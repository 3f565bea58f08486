import { holds } from '@/session/holds'
import { session } from '@/session/session'

export const deskRoles = ['board_editor', 'board_reviewer', 'admin'] as const
export const editorRoles = ['board_editor', 'admin'] as const

/** Whether the person writes figures and boards. */
export const mayEdit = (): boolean => holds(...editorRoles)

/** Whether the person publishes what others have written. */
export const mayReview = (): boolean => holds('board_reviewer', 'admin')

/** The town whose boards the person works on. */
export const deskTown = (): string | undefined =>
  session.person?.grants.find(({ role }) => deskRoles.some((one) => one === role))?.scopeCode
