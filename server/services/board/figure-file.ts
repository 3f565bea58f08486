import type { BoardFacts } from '../../../contract/board'
import type { TableBounds } from '../../shared/table-bounds'
import { type Columns, type TableRow, tableRows } from '../../shared/table-rows'
import type { TableSource } from '../../shared/table-source'
import { askedOf } from './rules-figure'

const megabyte = 1024 * 1024
/** All residential areas of the city in two and a half years are 200,000 rows; a workbook has to lie in memory whole, three times over. */
export const fileBounds: TableBounds = {
  bytes: 30 * megabyte,
  rows: 250_000,
  lines: 300_000,
  workbook: { lines: 60_000, unpacked: 40 * megabyte, wanted: 30 * megabyte },
}
export const fileMegabytes = fileBounds.bytes / megabyte

const codes = ['unit_code', 'code', 'area_code', 'residential_area_code', 'compound_code', '编号']
const names = ['name', 'unit_name', '名称', '单位名称', '单位']
const known = {
  unit: { names: [...codes, ...names, '单位编号'] },
  name: { names, optional: true },
  period: { names: ['period', 'month', '月份', '期'] },
  sample: { names: ['sample', '样本数', '份数', '样本'], optional: true },
  vetoes: { names: ['vetoes', 'veto', '否决项', '一票否决'], optional: true },
  reason: { names: ['reason', '进黑榜的原因', '原因'], optional: true },
  note: { names: ['note', '说明', '备注'], optional: true },
} as const

/** A row as text; under `figure garbage` what stands in the column of the part with the key garbage. */
export type FigureRow = TableRow<typeof known & Record<`figure ${string}`, Columns[string]>>

/** The columns of a board's file. Where a period was asked for, rows need not name theirs. */
function columnsOf(board: BoardFacts, hasPeriod: boolean): Columns {
  const whole = board.parts.length === 0 ? ['得分', '分数', '数值'] : []
  const figures = askedOf(board).map(({ key, name }) => [`figure ${key}`, { names: [...new Set([key, ...whole, name.toLowerCase()])] }])
  const period = hasPeriod ? { ...known.period, optional: true as const } : known.period
  return { ...known, period, ...Object.fromEntries(figures) }
}

/** The rows of a file of figures as they are read. Throws a TableFault when it is no table, or too large. */
export const figureRows = (source: TableSource, board: BoardFacts, hasPeriod: boolean): AsyncGenerator<FigureRow> =>
  tableRows(source, columnsOf(board, hasPeriod), fileBounds) as AsyncGenerator<FigureRow>
