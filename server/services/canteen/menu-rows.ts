import { type Sitting, sittings } from '../../../contract/canteen'
import { dayAfter, isDay } from '../../shared/times'
import type { RawRow } from './menu-file'
import { sittingWords } from './rules'

/** A dish of a meal, as a file plans it. */
export interface MenuFileItem {
  readonly line: number
  readonly date: string
  readonly sitting: Sitting
  readonly dishId: string
  readonly quota: number
  readonly priceFen: number
}

/** What the rows of a file are held against. */
export interface MenuSetting {
  /** The Shanghai day, YYYY-MM-DD. */
  readonly today: string
  readonly dishes: ReadonlyMap<string, { readonly priceFen: number }>
  readonly sittings: ReadonlySet<Sitting>
}

/** A row as far as it can be understood. */
type Item = { readonly [K in keyof MenuFileItem]: MenuFileItem[K] | undefined }

const daysAhead = 60
const mostQuota = 10_000
const mostFen = 100_000

/** What a row means: each part of it undefined where it means nothing. Whether that fits is not looked at. */
export function itemOf(row: RawRow, { dishes }: MenuSetting): Item {
  const dish = dishes.get(row.dishId)
  return {
    line: row.line,
    date: dayOf(row.date),
    sitting: sittings.find((sitting) => row.sitting.toLowerCase() === sitting || row.sitting === sittingWords[sitting]),
    dishId: dish && row.dishId,
    quota: countOf(row.quota, mostQuota),
    priceFen: row.priceFen === null ? dish?.priceFen : countOf(row.priceFen, mostFen),
  }
}

/** 2026-11-23, 2026/1/5, 2026.1.5 and 2026年1月5日, as programs for tables write days in China. */
function dayOf(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = /^(20\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return year && isDay(date) ? date : undefined
}

const countOf = (text: string, most: number): number | undefined =>
  /^\d{1,6}$/.test(text) && Number(text) <= most ? Number(text) : undefined

/** Everything that is wrong with a row, in Chinese; `earlier` is the line that has the same dish for the same meal. */
export function faultsOf(row: RawRow, item: Item, setting: MenuSetting, earlier: number | undefined): string[] {
  const faults = [
    dateFault(row.date, item.date, setting.today),
    sittingFault(row.sitting, item.sitting, setting.sittings),
    item.dishId === undefined && (row.dishId ? `没有编号为 ${shown(row.dishId)} 的菜` : '没有写菜品编号'),
    item.quota === undefined && (row.quota ? `份数“${shown(row.quota)}”要改成 0 到 ${mostQuota} 的整数` : '没有写份数'),
    row.priceFen !== null && item.priceFen === undefined && `价格“${shown(row.priceFen)}”要改成 0 到 ${mostFen} 的整数，单位是分`,
    earlier !== undefined && isMeal(item) && `${item.dishId} 在同一餐的第 ${earlier} 行已经写过了`,
  ]
  return faults.filter((fault) => typeof fault === 'string')
}

const isMeal = ({ date, sitting, dishId }: Item) => date !== undefined && sitting !== undefined && dishId !== undefined

function dateFault(text: string, date: string | undefined, today: string): string | false {
  if (date === undefined) return text ? `“${shown(text)}”不是日期，请写成 ${today} 这样` : '没有写日期'
  if (date < today) return `${date} 已经过去了`
  const last = dayAfter(today, daysAhead)
  return date > last && `${date} 太远了，现在只能排到 ${last}`
}

function sittingFault(text: string, sitting: Sitting | undefined, known: ReadonlySet<Sitting>): string | false {
  if (sitting === undefined) return text ? `“${shown(text)}”不是餐次，请写早餐、午餐或晚餐` : '没有写餐次'
  return !known.has(sitting) && `本食堂不供应${sittingWords[sitting]}`
}

/** What stands in a cell, short and on one line. */
const shown = (text: string) => {
  const line = text.replace(/\p{Cc}+/gu, ' ')
  return line.length > 20 ? `${[...line].slice(0, 20).join('')}…` : line
}
