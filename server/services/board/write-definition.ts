import type { BoardDefinition } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { wellFormed } from '../../shared/text'
import type { Staff } from './access'
import { addVersion, findBoard, findTies, insertBoard, updateBoard } from './queries-definitions'
import { badDefinition, changedMeanwhile, kindFixed, noSuchBoard } from './refusals'
import { definitionFaults } from './rules-definition'

/**
 * Writes a board of the town, a new one where `version` is 0. Throws 422 with every fault of it, 409 when it is another version by now or
 * ranks another kind of unit than what is already there of it, 404 when there is none to change.
 */
export async function writeDefinition(tx: Db, staff: Staff, code: string, body: BoardDefinition): Promise<BoardDefinition> {
  const definition = { ...body, name: wellFormed(body.name).trim(), formula: wellFormed(body.formula).trim() }
  const written = { townCode: staff.townCode, code, definition, personId: staff.personId }
  const now = await findBoard(tx, staff.townCode, code)
  if (!now && body.version > 0) throw noSuchBoard()
  const ties = await findTies(tx, staff.townCode, code, body.parentCode)
  const faults = [
    ...definitionFaults(definition),
    ...(body.parentCode !== null && !ties.isParentGroup ? [{ path: 'body/parentCode', message: '没有这一组榜' }] : []),
    ...(body.unitKind !== null && ties.hasBoards ? [{ path: 'body/unitKind', message: '这一组下面还有榜，不能改成一个榜' }] : []),
  ]
  if (faults.length > 0) throw badDefinition(faults)
  if (now && ties.hasEditions && now.facts.unitKind !== body.unitKind) throw kindFixed()
  const isKept = body.version === 0 ? await insertBoard(tx, written, staff.now) : await updateBoard(tx, written, staff.now)
  if (!isKept) throw changedMeanwhile()
  const saved = { ...definition, version: body.version + 1 }
  await addVersion(tx, { ...written, definition: saved }, staff.now)
  return saved
}
