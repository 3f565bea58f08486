import type { BoardFacts, boardStaffCalls, RankedKind } from '../../../contract/board'
import type { BodyOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { tell } from '../../shared/inbox'
import { takePhotos } from '../../shared/photos'
import { wordsOrNull } from '../../shared/text'
import { answeredLetter } from './letters'
import { type AppealRow, findAppeal, insertAppeal, insertAppealPhotos, setAnswer } from './queries-appeals'
import { findPlaces, findPublished } from './queries-editions'
import { findKept } from './queries-keepers'
import {
  answerBlank,
  appealAnswered,
  appealBlank,
  appealOpen,
  noSuchAppeal,
  noSuchPeriod,
  noSuchUnit,
  notKeeper,
  ownAppeal,
} from './refusals'
import type { UnitCodes } from './unit-code'

export type AppealBody = BodyOf<(typeof boardStaffCalls)['POST /boards/:code/units/:unitCode/appeals']>

/**
 * Says what is wrong with a unit's figures of a period that is out. Throws 404 when it is not out or the unit is not on it, 403 when the
 * person does not speak for the unit, 409 when an appeal is open already.
 */
export async function appeal(
  tx: Db,
  person: Identity,
  board: BoardFacts,
  unitCode: string,
  body: AppealBody,
  now: Date,
): Promise<AppealRow> {
  const { townCode, code: boardCode } = board
  const { period, photoIds } = body
  const edition = await findPublished(tx, townCode, boardCode, period)
  if (!edition) throw noSuchPeriod()
  if (!(await findPlaces(tx, townCode, edition.id)).some((row) => row.unitCode === unitCode)) throw noSuchUnit()
  if (!(await speaksFor(tx, person, board.unitKind as RankedKind, unitCode))) throw notKeeper()
  const text = wordsOrNull(body.text)
  if (text === null) throw appealBlank()
  const id = await insertAppeal(tx, { townCode, boardCode, period, unitCode, personId: person.personId, text }, now)
  if (!id) throw appealOpen()
  await takePhotos(tx, person.personId, photoIds, 'board-appeal', now)
  await insertAppealPhotos(tx, townCode, id, photoIds)
  return (await findAppeal(tx, townCode, id)) as AppealRow
}

/** A person speaks for nobody but themselves. */
async function speaksFor(db: Db, person: Identity, kind: RankedKind, unitCode: string): Promise<boolean> {
  if (kind === 'person') return unitCode === person.personId
  return (await findKept(db, person)).some((unit) => unit.kind === kind && unit.unitCode === unitCode)
}

/** Answers an appeal, and tells who made it. Throws 404 when there is none, 403 when it is their own, 409 when it is answered. */
export async function answer(
  tx: Db,
  { personId, townCode }: Identity,
  id: string,
  said: { accepted: boolean; text: string },
  now: Date,
  codes: UnitCodes,
): Promise<AppealRow> {
  const row = await findAppeal(tx, townCode as string, id)
  if (!row) throw noSuchAppeal()
  if (row.personId === personId) throw ownAppeal()
  const text = wordsOrNull(said.text)
  if (text === null) throw answerBlank()
  if (!(await setAnswer(tx, row, { accepted: said.accepted, text, personId }, now))) throw appealAnswered()
  const outwardCode = codes.outward(row.unitKind, row.unitCode)
  await tell(tx, now, [row.personId], answeredLetter({ ...row, outwardCode }, said.accepted, text))
  return (await findAppeal(tx, row.townCode, id)) as AppealRow
}
