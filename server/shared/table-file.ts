import { type TableBounds, TableFault, tooLarge, unreadable } from './table-bounds'
import { csvLines } from './table-csv'
import { headOf, type TableSource } from './table-source'
import { readXlsx } from './table-xlsx'

/**
 * The cells of a CSV file (UTF-8 or GB18030, commas, semicolons or tabs) or of a workbook's first sheet, line by line as a person sees
 * them, blank lines too; `cellText` gives their text. What the file is, its bytes say. Throws a TableFault when it is too large or cannot
 * be read.
 */
export async function* tableLines(source: TableSource, bounds: TableBounds): AsyncGenerator<readonly unknown[]> {
  const most = Math.floor(bounds.bytes / 1024 / 1024)
  if (source.size > bounds.bytes) throw tooLarge(`文件最大 ${most} MB，请只留下要导入的内容再上传。`)
  const start = (await headOf(source)).toString('latin1', 0, 4)
  if (start === 'ÐÏ\x11à') throw unreadable('这是旧版的 .xls 或加了密码的表格，请另存为不加密的 .xlsx 或 CSV 再上传。')
  try {
    if (start === 'PK\x03\x04') yield* await readXlsx(source, bounds)
    else yield* csvLines(source, bounds)
  } catch (error) {
    throw error instanceof TableFault ? error : Object.assign(unreadable(), { cause: error })
  }
}

/** The text of a cell; days as YYYY-MM-DD, numbers as a table shows them. No cell needs more than it keeps. */
export function cellText(cell: unknown): string {
  const isDate = cell instanceof Date && !Number.isNaN(cell.getTime())
  const text = isDate ? cell.toISOString().slice(0, 10) : String((typeof cell === 'number' ? shownNumber(cell) : cell) ?? '')
  return text.slice(0, 6000).trim()
}

/** A workbook keeps 98.3 as 98.299999999999997 and shows fifteen digits of it. */
const shownNumber = (value: number): number => Number(value.toPrecision(15))

/** A code, a number or a day as people mean it: full-width letters and digits as plain ones. */
export const plain = (text: string): string => text.slice(0, 200).normalize('NFKC').trim()
