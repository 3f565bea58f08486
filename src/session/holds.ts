import type { Grant } from '../../contract/account'
import { session } from './session'

/** Whether the person holds one of the roles. */
export const holds = (...roles: readonly Grant['role'][]): boolean =>
  session.person?.grants.some(({ role }) => roles.includes(role)) ?? false
