import { dayOf } from '@/lib/time'

/** 2026-01 -> 2025-12 */
export function monthBefore(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** This month and those before it, the newest first. */
export function lastMonths(now: number, count: number): string[] {
  const months = [dayOf(now).slice(0, 7)]
  while (months.length < count) months.push(monthBefore(months.at(-1) as string))
  return months
}

/** 本月, 上月, 9月, 2025年12月 */
export function monthName(month: string, now: number): string {
  const [current, last] = lastMonths(now, 2)
  if (month === current) return '本月'
  if (month === last) return '上月'
  const number = `${Number(month.slice(5))}月`
  return month.slice(0, 4) === current?.slice(0, 4) ? number : `${month.slice(0, 4)}年${number}`
}
