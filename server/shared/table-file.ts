import { CsvError, parse } from 'csv-parse/sync'
import { mostBytes, mostLines, TableFault, tooLarge, unreadable } from './table-bounds'
import { readXlsx } from './table-xlsx'

/**
 * The cells of a CSV file (UTF-8 or GB18030, commas, semicolons or tabs) or of a workbook's first sheet, line by line as a person sees
 * them, blank lines too; `cellText` gives their text. What the file is, its bytes say. Throws a TableFault when it is too large or cannot
 * be read.
 */
export async function readTable(bytes: Buffer): Promise<readonly (readonly unknown[])[]> {
  if (bytes.length > mostBytes) throw tooLarge(`文件最大 ${mostBytes / 1024 / 1024} MB，请只留下要导入的内容再上传。`)
  const start = bytes.toString('latin1', 0, 4)
  if (start === 'ÐÏ\x11à') throw unreadable('这是旧版的 .xls 或加了密码的表格，请另存为不加密的 .xlsx 或 CSV 再上传。')
  try {
    return start === 'PK\x03\x04' ? await readXlsx(bytes) : readCsv(bytes)
  } catch (error) {
    throw error instanceof TableFault ? error : Object.assign(unreadable(), { cause: error })
  }
}

/** The text of a cell; days as YYYY-MM-DD. No cell needs more than it keeps. */
export function cellText(cell: unknown): string {
  const isDate = cell instanceof Date && !Number.isNaN(cell.getTime())
  const text = isDate ? cell.toISOString().slice(0, 10) : String(cell ?? '')
  return text.slice(0, 6000).trim()
}

/** A code, a number or a day as people mean it: full-width letters and digits as plain ones. */
export const plain = (text: string): string => text.slice(0, 200).normalize('NFKC').trim()

function readCsv(bytes: Buffer): string[][] {
  const text = decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030')
  if (text === undefined || /(?![\t\r\n])\p{Cc}/u.test(text)) throw unreadable()
  try {
    const options = { delimiter: delimiterOf(text), relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'], to: mostLines + 1 }
    const lines = parse(text, options)
    if (lines.length > mostLines) throw tooLarge(`表格最多 ${mostLines} 行，请分几次导入。`)
    return lines
  } catch (error) {
    throw error instanceof CsvError ? unreadable('有一格的引号不成对，请用 Excel 或 WPS 另存一次再上传。') : error
  }
}

/** What stands between the names of the columns. */
function delimiterOf(text: string): string {
  const header = /[^\s].*/.exec(text)?.[0] ?? ''
  return [',', ';', '\t'].find((sign) => header.includes(sign)) ?? ','
}

/** Undefined: the bytes are no text of this encoding. */
function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
