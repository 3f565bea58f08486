import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { findOpenTown, type Town } from './queries-towns'
import { noSuchTown } from './refusals'

/** The town whose boards somebody reads: the one named, their own, or the first that is open. Throws 404 when it is none of ours. */
export async function readTown(db: Db, person: Identity | undefined, named: string | undefined): Promise<Town> {
  const own = named ?? person?.townCode ?? undefined
  const town = (await findOpenTown(db, own)) ?? (named === undefined ? await findOpenTown(db, undefined) : undefined)
  if (!town) throw noSuchTown()
  return town
}

/** The town a member of the staff works in. Grants count in the town of the person only. */
export const staffTown = ({ townCode }: Identity): string => townCode as string
