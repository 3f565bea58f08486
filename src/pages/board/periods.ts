import type { PeriodKind } from '../../../contract/board'

const kinds: Readonly<Record<string, PeriodKind>> = { Q: 'quarter', H: 'half' }
const inAYear: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 4, half: 2 }
const quarters = ['一季度', '二季度', '三季度', '四季度']
const halves = ['上半年', '下半年']

export const kindOf = (period: string): PeriodKind => kinds[period[5] ?? ''] ?? 'month'

/** The place of a period in its year, from 0. */
const placeOf = (period: string): number => Number(period.replace(/^\d{4}-[QH]?/, '')) - 1

/** 10月, 三季度, 上半年 */
function withoutYear(period: string): string {
  const place = placeOf(period)
  return { month: `${place + 1}月`, quarter: quarters[place], half: halves[place] }[kindOf(period)] ?? period
}

/** 2026年10月, 2026年三季度, 2026年上半年 */
export const periodText = (period: string): string => `${period.slice(0, 4)}年${withoutYear(period)}`

/** As short as it is clear beside another period: 10月, 去年11月, 2024年三季度. */
export function shortPeriod(period: string, beside: string): string {
  const years = Number(beside.slice(0, 4)) - Number(period.slice(0, 4))
  if (years === 0) return withoutYear(period)
  return years === 1 ? `去年${withoutYear(period)}` : periodText(period)
}

/** So many equal periods up to this one, the oldest first. */
export function lastPeriods(period: string, count: number): string[] {
  const kind = kindOf(period)
  const year = inAYear[kind]
  const last = Number(period.slice(0, 4)) * year + placeOf(period)
  const name = (place: number) => (kind === 'month' ? String(place).padStart(2, '0') : `${kind === 'quarter' ? 'Q' : 'H'}${place}`)
  return Array.from({ length: count }, (_, at) => last - count + 1 + at).map((at) => `${Math.floor(at / year)}-${name((at % year) + 1)}`)
}
