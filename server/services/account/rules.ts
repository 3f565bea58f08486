import type { roles } from '../../../contract/account'
import { days } from '../../shared/shanghai'

/** A session ends so long after it was last refreshed. */
export const sessionLife = days(30)
/** So long after a refresh the token before it is honoured: the phone may not have got the answer. */
export const refreshGrace = 60_000

export interface SessionState {
  readonly refreshDigest: string
  readonly previousDigest: string | null
  readonly rotatedAt: string
  readonly expiresAt: string
  readonly revokedAt: string | null
}

/**
 * What to do with a refresh token that names a session: give the next one, give the same next one again, or end the session
 * because the token was used before and somebody else may have it.
 */
export function judgeRefresh(session: SessionState, digest: string, now: Date): 'rotate' | 'repeat' | 'reused' | 'ended' | 'expired' {
  if (session.revokedAt) return 'ended'
  if (new Date(session.expiresAt) <= now) return 'expired'
  if (digest === session.refreshDigest) return 'rotate'
  const inGrace = now.getTime() - new Date(session.rotatedAt).getTime() <= refreshGrace
  return digest === session.previousDigest && inGrace ? 'repeat' : 'reused'
}

export type GrantedRole = (typeof roles)[number]
export type ScopeKind = 'grid' | 'compound' | 'department' | 'canteen' | 'site' | 'branch' | 'town'

const scopeKinds: Readonly<Record<GrantedRole, ScopeKind>> = {
  grid_worker: 'grid',
  grid_leader: 'grid',
  property: 'compound',
  department: 'department',
  board_editor: 'town',
  board_reviewer: 'town',
  admin: 'town',
  canteen_staff: 'canteen',
  party_member: 'branch',
  secretary: 'branch',
  site_host: 'site',
}

/** In what a role is held. */
export const scopeKindOf = (role: GrantedRole): ScopeKind => scopeKinds[role]

export interface Address {
  readonly compoundCode: string | null
  readonly building: string | null
}

/** A room that was not said again stays known as long as the compound and the building do. */
export const keepsRoom = (before: Address, after: Address): boolean =>
  before.compoundCode === after.compoundCode && before.building === after.building

/** A name without control characters and spaces round it; empty when nothing visible is left. */
export function cleanNickname(text: string): string {
  const name = text.replace(/\p{Cc}/gu, '').trim()
  return /[^\s\p{Cf}]/u.test(name) ? name : ''
}
