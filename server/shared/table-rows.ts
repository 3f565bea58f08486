import { Refusal } from '../errors'
import { mostRows, TableFault, tooLarge, unreadable } from './table-bounds'
import { cellText, plain, readTable } from './table-file'

/** The names a column may have, the first one there counts; the last is the Chinese one. */
export type Columns = Readonly<Record<string, { readonly names: readonly string[]; readonly optional?: true }>>
/** A row as text that nobody has checked, empty where the cell or the column is; `line` as the person sees it in the sheet. */
export type TableRow<C extends Columns> = { readonly line: number } & { readonly [K in keyof C]: string }

/**
 * The rows of a table file in which there is anything. Throws a Refusal with a code of the service (`stem`): too large (413), no table,
 * or a column is missing (422).
 */
export async function readRows<C extends Columns>(bytes: Buffer, columns: C, stem: string): Promise<TableRow<C>[]> {
  try {
    return rowsOf(await readTable(bytes), columns)
  } catch (error) {
    if (!(error instanceof TableFault)) throw error
    const refusal = new Refusal(error.kind === 'too-large' ? 413 : 422, `${stem}-file-${error.kind}`, error.detail)
    throw error.cause ? Object.assign(refusal, { cause: error.cause }) : refusal
  }
}

function rowsOf<C extends Columns>(table: readonly (readonly unknown[])[], columns: C): TableRow<C>[] {
  const first = table.findIndex((cells) => cells.some((cell) => cellText(cell) !== ''))
  if (first < 0) throw unreadable('文件是空的，请重新选择。')
  const places = placesOf(
    (table[first] ?? []).map((cell) => plain(cellText(cell)).toLowerCase()),
    columns,
  )
  const rows = table
    .map((cells, index) => ({
      line: index + 1,
      values: places.map(([column, at]) => [column, at < 0 ? '' : cellText(cells[at])] as const),
    }))
    .slice(first + 1)
    .filter(({ values }) => values.some(([, text]) => text !== ''))
  if (rows.length === 0) throw unreadable('表头下面一行也没有，请填好再上传。')
  if (rows.length > mostRows) throw tooLarge(`一次最多导入 ${mostRows} 行，这个文件有 ${rows.length} 行，请分几次导入。`)
  return rows.map(({ line, values }) => ({ line, ...Object.fromEntries(values) })) as TableRow<C>[]
}

/** Where each column is; -1 where there is none and none is needed. */
function placesOf(header: readonly string[], columns: Columns): (readonly [column: string, at: number])[] {
  const places = Object.entries(columns).map(([column, { names }]) => [column, placeOf(header, names)] as const)
  const missing = places.flatMap(([column, at]) => (at < 0 && !columns[column]?.optional ? [columns[column]?.names ?? []] : []))
  if (missing.length === 0) return places
  const words = missing.map((names) => `${names.at(-1)}（${names[0]}）`).join('、')
  throw new TableFault('columns', `第一行要写列名，还缺：${words}。`)
}

function placeOf(header: readonly string[], names: readonly string[]): number {
  const name = names.find((name) => header.includes(name)) ?? ''
  if (name && header.indexOf(name) !== header.lastIndexOf(name)) throw new TableFault('columns', `有两列都叫“${name}”，请只留一列。`)
  return name ? header.indexOf(name) : -1
}

/** What is wrong with a line, in Chinese. */
export interface Fault {
  readonly line: number
  readonly message: string
}

export const faultAt = (line: number, reason: string): Fault => ({ line, message: `第 ${line} 行：${reason}` })

const mostTold = 50

/** 422 with the number and reason of each bad row, the first fifty of them, and a code of the service (`stem`). */
export function badRows(faults: readonly Fault[], stem: string): Refusal {
  const errors = faults.slice(0, mostTold).map(({ line, message }) => ({ path: `line/${line}`, message }))
  return new Refusal(422, `${stem}-file-rows`, `有 ${faults.length} 处要改，一行也没有导入。`, { errors })
}
