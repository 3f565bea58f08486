import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'

dayjs.extend(utc)

type Moment = string | number | Date

/** A moment on Shanghai's clock, whatever the phone is set to. */
const shanghai = (moment: Moment) => dayjs.utc(new Date(moment)).add(8, 'hour')

/** As people say it: 刚刚, 3 分钟前, 今天 11:30, 昨天 09:05, 3月2日 08:00, 2025年12月31日. */
export function saidTime(moment: Moment, now: Moment = Date.now()): string {
  const seconds = (new Date(now).getTime() - new Date(moment).getTime()) / 1000
  if (seconds >= 0 && seconds < 60) return '刚刚'
  if (seconds >= 0 && seconds < 3600) return `${Math.floor(seconds / 60)} 分钟前`
  const then = shanghai(moment)
  const today = shanghai(now).startOf('day')
  const days = then.startOf('day').diff(today, 'day')
  const word = { '-1': '昨天', '0': '今天', '1': '明天' }[String(days)]
  if (word) return `${word} ${then.format('HH:mm')}`
  return then.year() === today.year() ? then.format('M月D日 HH:mm') : then.format('YYYY年M月D日')
}

/** The exact time, one tap away: 2026-11-20 09:12:30. */
export const exactTime = (moment: Moment): string => shanghai(moment).format('YYYY-MM-DD HH:mm:ss')

export const clockTime = (moment: Moment): string => shanghai(moment).format('HH:mm')

/** Day and time on Shanghai's clock as an input takes them: 2026-11-20 and 09:12. */
export const dayOf = (moment: Moment): string => shanghai(moment).format('YYYY-MM-DD')

/** The moment of a Shanghai day and time, RFC 3339. */
export const momentOf = (day: string, time: string): string => `${day}T${time}:00+08:00`

/** A length of time in its largest fitting unit: { figure: 42, unit: '分钟' }. Never less than one minute. */
export function span(ms: number): { figure: number; unit: string } {
  const minutes = Math.max(1, Math.ceil(Math.abs(ms) / 60_000))
  if (minutes < 100) return { figure: minutes, unit: '分钟' }
  const hours = Math.round(minutes / 60)
  return hours < 48 ? { figure: hours, unit: '小时' } : { figure: Math.round(hours / 24), unit: '天' }
}

/** 42 分钟, 21 小时, 7 天 */
export const spanText = (ms: number): string => {
  const { figure, unit } = span(ms)
  return `${figure} ${unit}`
}
