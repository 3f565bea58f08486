import { Refusal } from '../errors'
import { type TableBounds, TableFault, tooLarge, unreadable, usualBounds } from './table-bounds'
import { cellText, plain, tableLines } from './table-file'
import { inMemory, type TableSource } from './table-source'

/** The names a column may have, the first one there counts; the last is the Chinese one. */
export type Columns = Readonly<Record<string, { readonly names: readonly string[]; readonly optional?: true }>>
/** A row as text that nobody has checked, empty where the cell or the column is; `line` as the person sees it in the sheet. */
export type TableRow<C extends Columns> = { readonly line: number } & { readonly [K in keyof C]: string }

/**
 * The rows of a table file in which there is anything. Throws a Refusal with a code of the service (`stem`): too large (413), no table,
 * or a column is missing (422).
 */
export async function readRows<C extends Columns>(bytes: Buffer, columns: C, stem: string): Promise<TableRow<C>[]> {
  const rows: TableRow<C>[] = []
  try {
    for await (const row of tableRows(inMemory(bytes), columns, usualBounds)) rows.push(row)
  } catch (error) {
    throw error instanceof TableFault ? fileRefusal(error, stem) : error
  }
  return rows
}

/** What is told of a file that is no table for us. */
export function fileRefusal(fault: TableFault, stem: string): Refusal {
  const refusal = new Refusal(fault.kind === 'too-large' ? 413 : 422, `${stem}-file-${fault.kind}`, fault.detail)
  return fault.cause ? Object.assign(refusal, { cause: fault.cause }) : refusal
}

/**
 * The same rows one after the other, as far as they are read. Throws a TableFault, when there are too many only at the end: how many it
 * says then.
 */
export async function* tableRows<C extends Columns>(source: TableSource, columns: C, bounds: TableBounds): AsyncGenerator<TableRow<C>> {
  let places: Places | undefined
  let line = 0
  let count = 0
  for await (const cells of tableLines(source, bounds)) {
    line += 1
    const row = places && rowOf(cells, places, line)
    if (row) count += 1
    if (row && count <= bounds.rows) yield row as TableRow<C>
    if (!places && cells.some((cell) => cellText(cell) !== '')) places = placesOf(cells, columns)
  }
  if (!places) throw unreadable('文件是空的，请重新选择。')
  if (count === 0) throw unreadable('表头下面一行也没有，请填好再上传。')
  if (count > bounds.rows) throw tooLarge(`一次最多导入 ${bounds.rows} 行，这个文件有 ${count} 行，请分几次导入。`)
}

type Places = readonly (readonly [column: string, at: number])[]

/** Undefined where there is nothing in the columns that count. */
function rowOf(cells: readonly unknown[], places: Places, line: number): object | undefined {
  const values = places.map(([column, at]) => [column, at < 0 ? '' : cellText(cells[at])] as const)
  return values.some(([, text]) => text !== '') ? { line, ...Object.fromEntries(values) } : undefined
}

/** Where each column is; -1 where there is none and none is needed. */
function placesOf(cells: readonly unknown[], columns: Columns): Places {
  const header = cells.map((cell) => plain(cellText(cell)).toLowerCase())
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

/** So many are told; who has mended them sends the file again. */
export const mostTold = 50

/** 422 with the number and reason of each bad row, the first fifty of them, and a code of the service (`stem`); `count` of all. */
export function badRows(faults: readonly Fault[], stem: string, count = faults.length): Refusal {
  const errors = faults.slice(0, mostTold).map(({ line, message }) => ({ path: `line/${line}`, message }))
  return new Refusal(422, `${stem}-file-rows`, `有 ${count} 处要改，一行也没有导入。`, { errors })
}
