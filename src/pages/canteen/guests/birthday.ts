import { dayOf } from '@/lib/time'

/** A birthday as it is typed, part by part: nobody born in 1944 turns a wheel back that far. */
export interface BirthdayText {
  readonly year: string
  readonly month: string
  readonly day: string
}

const eldest = 130

export const birthdayText = (birthday: string | null): BirthdayText => ({
  year: birthday?.slice(0, 4) ?? '',
  month: birthday ? String(Number(birthday.slice(5, 7))) : '',
  day: birthday ? String(Number(birthday.slice(8, 10))) : '',
})

/** 1944-03-08; only for one without a fault. */
export const birthdayOf = ({ year, month, day }: BirthdayText): string =>
  `${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`

/** What is wrong with it; null when it is a day that somebody alive may be born on. */
export function birthdayFault(text: BirthdayText, now: number): string | null {
  const { year, month, day } = text
  if (!year.trim() || !month.trim() || !day.trim()) return '请照证件写全年、月、日。'
  const birthday = birthdayOf(text)
  const moment = new Date(`${birthday}T00:00:00Z`)
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(birthday) && !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(birthday)
  if (!isDay) return '没有这一天，请对照证件再看一遍。'
  const today = dayOf(now)
  return birthday < today && Number(today.slice(0, 4)) - Number(year) <= eldest ? null : '年份不对，请对照证件再看一遍。'
}

/** 82: whole years on the Shanghai day of the moment; null where the birthday is not whole yet. */
export function ageAt(text: BirthdayText, now: number): number | null {
  if (birthdayFault(text, now)) return null
  const birthday = birthdayOf(text)
  const today = dayOf(now)
  const years = Number(today.slice(0, 4)) - Number(birthday.slice(0, 4))
  return today.slice(5) < birthday.slice(5) ? years - 1 : years
}
