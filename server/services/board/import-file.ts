import type { BoardFacts, BoardImport, RankedKind } from '../../../contract/board'
import type { Call } from '../../../contract/call'
import type { Db } from '../../database/connect'
import type { ReceivedFile } from '../../plugins/uploads'
import type { Context } from '../../serve'
import { newId } from '../../shared/id'
import { badRows } from '../../shared/table-rows'
import { getBoard, type Staff } from './access'
import type { ImportReader } from './import-reader'
import type { DefinedBoard } from './queries-definitions'
import { findImport, findPeriods, type ImportRow, insertImport } from './queries-imports'
import { findUnits } from './queries-units'
import { computedFile, isGroup, noSuchImport, wrongPeriod } from './refusals'
import { isComputed, periodFault } from './rules-edition'
import { UnitFinder } from './rules-file-unit'
import type { UnitCodes } from './unit-code'

/** A board that files are read for. Throws a Refusal when there is none, it is a group, or nobody writes its figures. */
export async function getFileBoard(db: Db, { townCode, now }: Staff, code: string, period: string | undefined): Promise<DefinedBoard> {
  const board = await getBoard(db, townCode, code)
  if (board.facts.unitKind === null) throw isGroup()
  const fault = period && periodFault(board.facts, period, now)
  if (fault) throw wrongPeriod(fault)
  if (board.facts.source === 'records' || (period && isComputed(board.facts, period))) throw computedFile()
  return board
}

/** The units of a board as a file calls them. */
async function finderOf(db: Db, { townCode, unitKind, reach }: BoardFacts, codes: UnitCodes): Promise<UnitFinder> {
  const units = await findUnits(db, townCode, unitKind as RankedKind, reach)
  return new UnitFinder(units, ({ unitCode }) => codes.outward(unitKind, unitCode))
}

export interface Received {
  readonly board: DefinedBoard
  readonly period: string | undefined
  readonly file: ReceivedFile
}

/** Writes down that a file is being read, and begins to; a repeated call gives the same import. The file is closed either way. */
export async function beginImport(
  { db, write }: Pick<Context<Call>, 'db' | 'write'>,
  staff: Staff,
  { board: { facts, version }, period, file }: Received,
  reader: ImportReader,
  codes: UnitCodes,
): Promise<string> {
  let added: string | undefined
  try {
    const { townCode, personId, now } = staff
    const finder = await finderOf(db, facts, codes)
    const id = await write(async (tx) => {
      added = newId()
      await insertImport(tx, { townCode, id: added, boardCode: facts.code, boardVersion: version, personId }, now)
      return added
    }, file.fingerprint)
    if (id === added) reader.begin({ townCode, id, file, finder, frame: { board: facts, period, now } })
    else await file.close()
    return id
  } catch (error) {
    await file.close()
    throw error
  }
}

/** An import of a board of the town. Throws 404 when there is none. */
export async function getImport(db: Db, { townCode }: Staff, code: string, id: string, lock = false): Promise<ImportRow> {
  const found = await findImport(db, { townCode, id }, code, lock)
  if (!found) throw noSuchImport()
  return found
}

/** How an import stands. */
export async function importOf(db: Db, row: ImportRow): Promise<BoardImport> {
  const { id, state, rows, faults, faultCount } = row
  return { id, state, rows, faults, faultCount, periods: state === 'ready' ? await findPeriods(db, row) : [] }
}

/** The same to who has just sent it. Throws 422 with its bad rows. */
export async function readImportOf(db: Db, row: ImportRow): Promise<BoardImport> {
  if (row.state === 'refused') throw badRows(row.faults, 'board', row.faultCount)
  return importOf(db, row)
}
