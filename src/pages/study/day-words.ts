import { dateText } from '@/lib/meal'
import { dayOf } from '@/lib/time'

/** 今天, 昨天, 11月20日; of another year 2025年11月20日. */
export function dayWords(day: string, now: number): string {
  if (day === dayOf(now)) return '今天'
  if (day === dayOf(now - 86_400_000)) return '昨天'
  return day.slice(0, 4) === dayOf(now).slice(0, 4) ? dateText(day) : `${day.slice(0, 4)}年${dateText(day)}`
}
