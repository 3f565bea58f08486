import writeWorkbook, { type SheetData } from 'write-excel-file/node'
import type { BoardFacts, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { cellOf, cellWords } from '../../shared/workbook-cell'
import { findUnits } from './queries-units'
import { askedOf } from './rules-figure'
import type { UnitCodes } from './unit-code'

/** A workbook to fill in: the units by code and name, the period where one is known, and a column for each figure. */
export async function templateOf(db: Db, board: BoardFacts, period: string | undefined, codes: UnitCodes): Promise<Buffer> {
  const { townCode, unitKind, reach } = board
  const units = await findUnits(db, townCode, unitKind as RankedKind, reach)
  const columns = columnsOf(board)
  const data: SheetData = [
    columns.map(({ head }) => ({ value: cellWords(head), type: String, fontWeight: 'bold' })),
    ...units.map(({ unitCode, name }) => {
      const known = [codes.outward(unitKind, unitCode), name, period ?? '']
      return columns.map((_, at) => (known[at] ? cellOf(known[at]) : null))
    }),
  ]
  return writeWorkbook([{ sheet: '填数', data, columns: columns.map(({ width }) => ({ width })), stickyRowsCount: 1 }]).toBuffer()
}

interface Column {
  readonly head: string
  /** In characters; a Chinese one takes two. */
  readonly width: number
}

const columnsOf = (board: BoardFacts): Column[] => [
  { head: '编号', width: 34 },
  { head: '名称', width: 24 },
  { head: '期', width: 10 },
  ...askedOf(board).map(({ name }) => ({ head: name, width: 16 })),
  ...(board.minimumSample > 0 ? [{ head: '样本', width: 10 }] : []),
  ...(board.vetoes.length > 0 ? [{ head: '一票否决', width: 20 }] : []),
  { head: '原因', width: 30 },
  { head: '备注', width: 30 },
]
