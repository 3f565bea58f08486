import { unfit } from '../../errors'
import { mostRows, tooLarge, unreadable } from './file-bounds'
import { faultsOf, itemOf, type MenuFileItem, type MenuSetting } from './menu-rows'
import { readTable, textOf } from './table-file'

/** A line of a menu file, as text that nobody has checked; empty where the cell is. */
export interface RawRow {
  /** As the person sees it in the sheet: the header is 1. */
  readonly line: number
  readonly date: string
  readonly sitting: string
  readonly dishId: string
  readonly quota: string
  /** Null: the dish's own price. */
  readonly priceFen: string | null
}

/** The names a column may have, the first one there counts. */
const columns = {
  date: ['date', '日期'],
  sitting: ['meal', 'sitting', '餐次'],
  dishId: ['dish_code', 'dish', '菜品编号'],
  quota: ['quota', '份数'],
  priceFen: ['price_fen', '价格(分)'],
} as const
type Column = keyof typeof columns

/** The rows of a menu file in which there is anything. Throws a Refusal when it is too large (413), or is no table or has not the columns (422). */
export async function readMenuFile(bytes: Buffer): Promise<RawRow[]> {
  const table = await readTable(bytes)
  const first = table.findIndex((cells) => cells.some((cell) => textOf(cell) !== ''))
  if (first < 0) throw unreadable('文件是空的，请重新选择。')
  const at = columnsOf((table[first] ?? []).map((cell) => textOf(cell).toLowerCase()))
  const rows = table
    .map((cells, index) => rowOf(cells, at, index + 1))
    .slice(first + 1)
    .filter(({ date, sitting, dishId, quota, priceFen }) => date || sitting || dishId || quota || priceFen)
  if (rows.length === 0) throw unreadable('表头下面一行菜也没有，请填好再上传。')
  if (rows.length > mostRows) throw tooLarge(`一次最多导入 ${mostRows} 行，这个文件有 ${rows.length} 行，请分几次导入。`)
  return rows
}

/** Where each column is; -1 where there is none and none is needed. */
function columnsOf(header: readonly string[]): Record<Column, number> {
  const entries = Object.entries(columns).map(([column, names]) => [column, columnOf(header, names)] as const)
  const missing = entries.filter(([column, at]) => at < 0 && column !== 'priceFen').map(([column]) => columns[column as Column])
  if (missing.length > 0) {
    const names = missing.map((names) => `${names.at(-1)}（${names[0]}）`).join('、')
    throw unfit('canteen-file-columns', `第一行要写列名，还缺：${names}。`)
  }
  return Object.fromEntries(entries) as Record<Column, number>
}

function columnOf(header: readonly string[], names: readonly string[]): number {
  const name = names.find((name) => header.includes(name)) ?? ''
  if (name && header.indexOf(name) !== header.lastIndexOf(name)) {
    throw unfit('canteen-file-columns', `有两列都叫“${name}”，请只留一列。`)
  }
  return name ? header.indexOf(name) : -1
}

const rowOf = (cells: readonly unknown[], at: Record<Column, number>, line: number): RawRow => ({
  line,
  date: textOf(cells[at.date]),
  sitting: textOf(cells[at.sitting]),
  dishId: textOf(cells[at.dishId]),
  quota: textOf(cells[at.quota]),
  priceFen: textOf(cells[at.priceFen]) || null,
})

/** What is wrong with a line, in Chinese. */
export interface Fault {
  readonly line: number
  readonly message: string
}

export const faultAt = (line: number, reason: string): Fault => ({ line, message: `第 ${line} 行：${reason}` })

/**
 * What the rows plan, at the dish's own price where they name none; and what is wrong with them, one message in Chinese for each fault of
 * each row, in the order of the file.
 */
export function checkMenuRows(rows: readonly RawRow[], setting: MenuSetting): { items: MenuFileItem[]; faults: Fault[] } {
  const items: MenuFileItem[] = []
  const faults: Fault[] = []
  const lines = new Map<string, number>()
  for (const row of rows) {
    const item = itemOf(row, setting)
    const key = `${item.date} ${item.sitting} ${item.dishId}`
    const reasons = faultsOf(row, item, setting, lines.get(key))
    if (!lines.has(key)) lines.set(key, row.line)
    if (reasons.length === 0) items.push(item as MenuFileItem)
    faults.push(...reasons.map((reason) => faultAt(row.line, reason)))
  }
  return { items, faults }
}
