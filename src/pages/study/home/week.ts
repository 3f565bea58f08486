import { dayAfter } from '@/lib/meal'
import { dayOf } from '@/lib/time'

/** The days of the week that `now` lies in on Shanghai's calendar, Monday first. */
export function weekOf(now: number): string[] {
  const today = dayOf(now)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return Array.from({ length: 7 }, (_, at) => dayAfter(today, at - weekday))
}

/** The months that the week touches, the present one last. */
export const monthsOf = (week: readonly string[], now: number): string[] => {
  const present = dayOf(now).slice(0, 7)
  const others = week.map((day) => day.slice(0, 7)).filter((month) => month < present)
  return [...new Set(others), present]
}
