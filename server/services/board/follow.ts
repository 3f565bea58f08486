import type { RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { holdPerson } from '../../shared/hold-person'
import { countFollows, findReach, insertFollow } from './queries-follows'
import { findUnit } from './queries-units'
import { followsFull, noSuchUnit } from './refusals'

/** More than anybody reads letters of. */
const mostFollowed = 50

export interface Followed {
  readonly townCode: string
  readonly kind: RankedKind
  readonly unitCode: string
}

/** Begins to follow a unit that some board of the town ranks. Throws 404 when none does, 409 when the person follows too many. */
export async function follow(tx: Db, personId: string, unit: Followed, now: Date): Promise<void> {
  const reach = await findReach(tx, unit.townCode, unit.kind)
  const known = reach && (await findUnit(tx, { townCode: unit.townCode, unitKind: unit.kind, reach }, unit.unitCode))
  if (!known) throw noSuchUnit()
  await holdPerson(tx, personId)
  if ((await countFollows(tx, personId, unit)) >= mostFollowed) throw followsFull(mostFollowed)
  await insertFollow(tx, personId, unit, now)
}
