import type { Branch } from '../../../contract/branch'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { findBranches } from './queries-month'
import { noSuchBranch } from './refusals'

/** A branch of a town, as somebody may see it. */
export interface Seen extends Branch {
  readonly townCode: string
}

const scopes = ({ grants }: Identity, role: string) => grants.filter((grant) => grant.role === role).map(({ scopeCode }) => scopeCode)

/** The branches the person is secretary of. */
export const ownBranches = (person: Identity): string[] => scopes(person, 'secretary')

/** The branches in the person's sight: those they are secretary of, and all of the town for its admin; their own first. */
export async function branchesOf(db: Db, person: Identity): Promise<Seen[]> {
  const { townCode } = person
  if (townCode === null) return []
  const own = ownBranches(person)
  const isAdmin = scopes(person, 'admin').length > 0
  const seen = (await findBranches(db, townCode)).map((branch) => ({ ...branch, townCode, mine: own.includes(branch.code) }))
  return seen.filter(({ mine }) => mine || isAdmin).sort((one, other) => Number(other.mine) - Number(one.mine))
}

/** The branch with the code, or the first in sight. Throws 404 when there is none, as if it were not there. */
export async function getBranch(db: Db, person: Identity, code: string | undefined): Promise<Seen> {
  const seen = await branchesOf(db, person)
  const branch = code === undefined ? seen[0] : seen.find((one) => one.code === code)
  if (!branch) throw noSuchBranch()
  return branch
}

/** The same for its secretary alone. */
export async function getOwnBranch(db: Db, person: Identity, code: string | undefined): Promise<Seen> {
  const branch = await getBranch(db, person, code)
  if (!branch.mine) throw noSuchBranch()
  return branch
}

/** The branch that a member's totals go to. */
export const memberBranch = (person: Identity): { code: string; name: string; townCode: string } => {
  const grant = person.grants.find(({ role }) => role === 'party_member')
  if (!grant || person.townCode === null) throw noSuchBranch()
  return { code: grant.scopeCode, name: grant.scopeName, townCode: person.townCode }
}
