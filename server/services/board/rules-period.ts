import type { PeriodKind } from '../../../contract/board'
import { shanghaiDay, startOfDay } from '../../shared/shanghai'

/** How many months a kind of period has. */
const lengths: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6 }
const kinds: Readonly<Record<string, PeriodKind>> = { Q: 'quarter', H: 'half' }

/** 2026-10: month, 2026-Q3: quarter, 2026-H1: half. */
export const periodKindOf = (period: string): PeriodKind => kinds[period[5] ?? ''] ?? 'month'

/** Which of its kind a period is, counted from the year 0. */
function countOf(period: string): number {
  const perYear = 12 / lengths[periodKindOf(period)]
  return Number(period.slice(0, 4)) * perYear + Number(period.slice(5).replace(/\D/, '')) - 1
}

function periodAt(kind: PeriodKind, count: number): string {
  const perYear = 12 / lengths[kind]
  const [year, number] = [Math.floor(count / perYear), (count % perYear) + 1]
  return kind === 'month' ? `${year}-${String(number).padStart(2, '0')}` : `${year}-${kind === 'quarter' ? 'Q' : 'H'}${number}`
}

/** The equal period before: 2026-01 -> 2025-12, 2026-Q1 -> 2025-Q4. */
export const previousPeriod = (period: string): string => periodAt(periodKindOf(period), countOf(period) - 1)

/** The months of a period, first to last; a month is its own. */
export function monthsOf(period: string): string[] {
  const length = lengths[periodKindOf(period)]
  return Array.from({ length }, (_, at) => periodAt('month', countOf(period) * length + at))
}

/** From when until when a period is, by Shanghai's clock; `until` is the first moment after it. */
export function spanOf(period: string): { from: Date; until: Date } {
  const begins = (one: string) => startOfDay(`${monthsOf(one)[0]}-01`)
  return { from: begins(period), until: begins(periodAt(periodKindOf(period), countOf(period) + 1)) }
}

/** The period of a kind that a moment lies in. */
export function runningPeriod(kind: PeriodKind, now: Date): string {
  const month = shanghaiDay(now).slice(0, 7)
  return periodAt(kind, Math.floor(countOf(month) / lengths[kind]))
}

/** Whether a period lies behind. */
export const isOver = (period: string, now: Date): boolean => spanOf(period).until <= now

/** 2026年10月, 2026年第3季度, 2026年上半年 */
export function periodWords(period: string): string {
  const [year, number] = [period.slice(0, 4), Number(period.slice(5).replace(/\D/, ''))]
  const words: Readonly<Record<PeriodKind, string>> = {
    month: `${number}月`,
    quarter: `第${number}季度`,
    half: number === 1 ? '上半年' : '下半年',
  }
  return `${year}年${words[periodKindOf(period)]}`
}
