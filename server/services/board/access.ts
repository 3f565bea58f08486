import type { BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { type DefinedBoard, findBoard } from './queries-definitions'
import { findOpenTown, type Town } from './queries-towns'
import { isGroup, noSuchBoard, noSuchTown } from './refusals'

/** The town whose boards somebody reads: the one named, their own, or the first that is open. Throws 404 when it is none of ours. */
export async function readTown(db: Db, person: Identity | undefined, named: string | undefined): Promise<Town> {
  const own = named ?? person?.townCode ?? undefined
  const town = (await findOpenTown(db, own)) ?? (named === undefined ? await findOpenTown(db, undefined) : undefined)
  if (!town) throw noSuchTown()
  return town
}

/** Somebody who works on the boards of a town. */
export interface Staff {
  readonly personId: string
  readonly townCode: string
  readonly now: Date
}

const roles: readonly string[] = ['board_editor', 'board_reviewer', 'admin']

export const isStaff = ({ grants }: Identity): boolean => grants.some(({ role }) => roles.includes(role))

/** Who works, and where: grants count in the person's town only. */
export const staffOf = ({ personId, townCode }: Identity, now: Date): Staff => ({ personId, townCode: townCode as string, now })

/** A board or a group of a town. Throws 404 when there is none of that code. */
export async function getBoard(db: Db, townCode: string, code: string): Promise<DefinedBoard> {
  const board = await findBoard(db, townCode, code)
  if (!board) throw noSuchBoard()
  return board
}

/** A board that ranks units, as it stands now. Throws 404 when there is none, 422 when it is a group. */
export async function getRanking(db: Db, townCode: string, code: string): Promise<BoardFacts> {
  const { facts } = await getBoard(db, townCode, code)
  if (facts.unitKind === null) throw isGroup()
  return facts
}
