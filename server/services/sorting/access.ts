import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { type Compound, findCompound } from './queries'
import { noSuchCompound } from './refusals'

/** Whether the person is of the compound's property company, or admin of its town. */
export const mayWrite = (person: Identity | undefined, townCode: string, compoundCode: string): boolean =>
  person?.townCode === townCode &&
  person.grants.some(({ role, scopeCode }) => (role === 'property' && scopeCode === compoundCode) || role === 'admin')

/** The compound of the person's town, when they may write for it. Throws 404 when not, as if it were not there. */
export async function getOwnCompound(tx: Db, person: Identity, code: string): Promise<Compound> {
  const townCode = person.townCode as string
  const compound = mayWrite(person, townCode, code) ? await findCompound(tx, townCode, code) : undefined
  if (!compound) throw noSuchCompound()
  return compound
}
