import { days, minutes, shanghaiDay, startOfDay } from './shanghai'

/** 690 -> 11:30 */
export const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
/** 11:30 -> 690 */
export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** The moment that many minutes after the Shanghai midnight that begins the day; negative: before it. */
export const momentAt = (day: string, minute: number): Date => new Date(startOfDay(day).getTime() + minutes(minute))

/** The day so many days later, YYYY-MM-DD. */
export const dayAfter = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days(count)).toISOString().slice(0, 10)

/** Whether the calendar has this day: 2026-02-30 is none. */
export const isDay = (day: string): boolean => {
  const moment = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day)
}

/** Whole years from a birthday to a day; somebody born on 29 February is a year older on 1 March. */
export function ageOn(day: string, birthday: string): number {
  const years = Number(day.slice(0, 4)) - Number(birthday.slice(0, 4))
  return day.slice(5) < birthday.slice(5) ? years - 1 : years
}

/** The minute of Shanghai's day that a moment lies in. */
export const minuteOfDay = (moment: Date): number => Math.floor((moment.getTime() - startOfDay(shanghaiDay(moment)).getTime()) / minutes(1))

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 2026-11-25 -> 11月25日（周三） */
export const dayWords = (day: string): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日（周${weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()]}）`

/** A moment on Shanghai's clock: 11月25日（周三）08:30 */
export const timeWords = (moment: string | Date): string => {
  const at = new Date(moment)
  return `${dayWords(shanghaiDay(at))}${timeOf(minuteOfDay(at))}`
}
