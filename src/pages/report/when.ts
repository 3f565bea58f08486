import { clockTime, dayOf, momentOf } from '@/lib/time'

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const weekdays = '日一二三四五六'

export interface Choice {
  readonly text: string
  readonly moment: string
}

/** Ready times of earlier today: an hour ago, two, four, this morning; those that are still today and past. */
export function earlierToday(now: number): Choice[] {
  const today = dayOf(now)
  const choices = [
    ...[1, 2, 4].map((hours) => ({ text: `${hours} 小时前`, moment: new Date(now - hours * hourMs).toISOString() })),
    { text: '今天早上', moment: momentOf(today, '08:00') },
  ]
  return choices.filter(({ moment }) => dayOf(moment) === today && new Date(moment).getTime() <= now)
}

/** Ready times of the days before, for who would rather tap than turn a wheel. */
export function earlierDays(now: number): Choice[] {
  return [1, 2, 3, 7].flatMap((days) => {
    const day = dayOf(now - days * dayMs)
    const name = ['', '昨天', '前天'][days] ?? `${days} 天前`
    return days < 3
      ? [
          { text: `${name}白天`, moment: momentOf(day, '12:00') },
          { text: `${name}晚上`, moment: momentOf(day, '20:00') },
        ]
      : [{ text: name, moment: momentOf(day, '12:00') }]
  })
}

/** Days from `first` to `last` from today, as a wheel shows them: { value: 2026-11-20, text: 今天 }. */
export function daysAround(now: number, first: number, last: number): { value: string; text: string }[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const value = dayOf(now + (first + index) * dayMs)
    const [, month, date] = value.split('-').map(Number)
    const name = { '-1': '昨天', '0': '今天', '1': '明天' }[String(first + index)]
    const weekday = weekdays[new Date(`${value}T00:00:00Z`).getUTCDay()]
    return { value, text: name ?? `${month}月${date}日 周${weekday}` }
  })
}

/** Noon, some days from now: the end of a suspension. */
export const noonIn = (now: number, days: number): string => momentOf(dayOf(now + days * dayMs), '12:00')

/** Day, hour and minute of a moment, as a wheel takes them. */
export const wheelOf = (moment: string | number): [string, string, string] => {
  const [hour = '00', minute = '00'] = clockTime(moment).split(':')
  return [dayOf(moment), hour, minute]
}

/** How many hours of a wheel's day, and minutes of its hour, have begun by `latest`; all of them without a limit. */
export function begunBy(latest: number | null, [day, hour]: readonly string[]): { hours: number; minutes: number } {
  const [lastDay, lastHour, lastMinute] = latest === null ? [] : wheelOf(latest)
  if (day !== lastDay) return { hours: 24, minutes: 60 }
  return { hours: Number(lastHour) + 1, minutes: hour === lastHour ? Number(lastMinute) + 1 : 60 }
}

/** The moment of a wheel, or `latest` where that is later. */
export function momentOfWheelBy(latest: number | null, wheel: readonly string[]): string {
  const moment = momentOfWheel(wheel)
  return latest !== null && new Date(moment).getTime() > latest ? new Date(latest).toISOString() : moment
}

export const momentOfWheel = ([day, hour, minute]: readonly string[]): string => momentOf(day ?? '', `${hour}:${minute}`)
