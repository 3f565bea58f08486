import { plain } from '../../shared/table-file'
import { type Fault, faultAt, readRows } from '../../shared/table-rows'
import { faultsOf, itemOf, type MenuFileItem, type MenuSetting } from './menu-rows'

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

const columns = {
  date: { names: ['date', '日期'] },
  sitting: { names: ['meal', 'sitting', '餐次'] },
  dishId: { names: ['dish_code', 'dish', '菜品编号'] },
  quota: { names: ['quota', '份数'] },
  priceFen: { names: ['price_fen', '价格(分)'], optional: true },
} as const

/** The rows of a menu file in which there is anything. Throws a Refusal when it is too large (413), or is no table or has not the columns (422). */
export async function readMenuFile(bytes: Buffer): Promise<RawRow[]> {
  return (await readRows(bytes, columns, 'canteen')).map(({ line, date, sitting, dishId, quota, priceFen }) => ({
    line,
    date: plain(date),
    sitting: plain(sitting),
    dishId: plain(dishId),
    quota: plain(quota),
    priceFen: plain(priceFen) || null,
  }))
}

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
