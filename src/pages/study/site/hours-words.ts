import { dateText, weekdayOf } from '@/lib/meal'
import { spanWords } from '@/lib/spans'
import type { SiteDetail } from '../../../../contract/study'

const names = ['一', '二', '三', '四', '五', '六', '日']

/** 每天, 周一到周五, 周二、周四; the days in their order. */
export function weekdaysWords(weekdays: readonly number[]): string {
  const days = [...weekdays].sort((one, other) => one - other)
  if (days.length === 7) return '每天'
  const first = days[0] ?? 1
  const last = days.at(-1) ?? first
  if (days.length > 2 && last - first === days.length - 1) return `周${names[first - 1]}到周${names[last - 1]}`
  return days.map((day) => `周${names[day - 1]}`).join('、')
}

/** 12月1日 周二 闭馆（布展）, 12月2日 周三 10:00–12:00 */
export function exceptionWords({ date, hours, note }: SiteDetail['exceptions'][number]): string {
  const when = `${dateText(date)} ${weekdayOf(date)}`
  const what = hours.length > 0 ? hours.map(spanWords).join('、') : '不开放'
  return `${when} ${what}${note ? `（${note}）` : ''}`
}
