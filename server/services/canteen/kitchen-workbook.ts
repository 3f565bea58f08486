import writeWorkbook, { type Sheet } from 'write-excel-file/node'
import type { KitchenList } from '../../../contract/canteen'
import { cellOf, cellWords } from '../../shared/workbook-cell'
import { allergenWords, kindWords } from './kitchen-words'
import { sittingWords } from './rules'

interface Column<Row> {
  readonly head: string
  /** In characters; a Chinese one takes two. */
  readonly width: number
  readonly of: (row: Row) => string | number
}

/**
 * The kitchen list as an XLSX workbook to print: what to cook (备餐汇总), what guests wrote (备注) and, where there are any, what is brought
 * to the door (送餐). Words of guests are text in it, never formulas.
 */
export function kitchenWorkbook(list: KitchenList): Promise<Buffer> {
  const sheets = [sheetOf(list, '备餐汇总', dishColumns(list), list.dishes), sheetOf(list, '备注', noteColumns, list.notes)]
  if (list.deliveries.length > 0) sheets.push(sheetOf(list, '送餐', deliveryColumns, list.deliveries))
  return writeWorkbook(sheets).toBuffer()
}

const dishColumns = ({ windows }: KitchenList): Column<KitchenList['dishes'][number]>[] => [
  { head: '菜品', width: 24, of: ({ name }) => name },
  { head: '类别', width: 8, of: ({ kind }) => kindWords[kind] },
  { head: '过敏原', width: 24, of: ({ allergens }) => allergens.map((allergen) => allergenWords[allergen]).join('、') },
  { head: '合计', width: 8, of: ({ total }) => total },
  ...windows.map(({ starts, ends, orders }, at) => ({
    head: `${starts}–${ends}（${orders} 单）`,
    width: 22,
    of: ({ byWindow }: KitchenList['dishes'][number]) => byWindow[at] ?? 0,
  })),
]

const noteColumns: Column<KitchenList['notes'][number]>[] = [
  { head: '取餐号', width: 10, of: ({ number }) => number },
  { head: '时段', width: 10, of: ({ window }) => window },
  { head: '备注', width: 50, of: ({ note }) => note },
  { head: '菜品', width: 50, of: ({ dishes }) => dishes },
]

const deliveryColumns: Column<KitchenList['deliveries'][number]>[] = [
  { head: '取餐号', width: 10, of: ({ number }) => number },
  { head: '时段', width: 10, of: ({ window }) => window },
  { head: '用餐人', width: 16, of: ({ eater }) => eater },
  { head: '地址', width: 50, of: ({ address }) => address },
  { head: '菜品', width: 50, of: ({ dishes }) => dishes },
]

function sheetOf<Row>(list: KitchenList, name: string, columns: readonly Column<Row>[], rows: readonly Row[]): Sheet<never> {
  const title = `${list.canteenName}　${list.date} ${sittingWords[list.sitting]}　${name}（共 ${list.orders} 单）`
  return {
    sheet: name,
    orientation: 'landscape',
    stickyRowsCount: 2,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      [{ value: cellWords(title), type: String, fontWeight: 'bold', fontSize: 14 }],
      columns.map(({ head }) => ({ value: head, type: String, fontWeight: 'bold', bottomBorderStyle: 'thin' })),
      ...rows.map((row) => columns.map((column) => cellOf(column.of(row)))),
    ],
  }
}
