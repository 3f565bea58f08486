import { dayAfter } from '@/lib/meal'
import { clockTime, dayOf } from '@/lib/time'
import type { Canteen, Sitting } from '../../../contract/canteen'

/** One meal of one day. */
export interface Meal {
  readonly date: string
  readonly sitting: Sitting
}

export type Hours = Canteen['hours']

/** A guest who comes late is still served so long after the sitting. */
const graceMs = 15 * 60_000

/** The meal whose time it is, or the one that comes next. */
export function mealAt(hours: Hours, now: number): Meal {
  const moment = now - graceMs
  const date = dayOf(moment)
  const ahead = hours.find(({ closes }) => closes > clockTime(moment))
  return ahead ? { date, sitting: ahead.sitting } : { date: dayAfter(date, 1), sitting: hours[0]?.sitting ?? 'lunch' }
}

/** The Monday of the day's week. */
export const mondayOf = (date: string): string => dayAfter(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The days from the first, one after the other. */
export const daysFrom = (date: string, count: number): string[] => Array.from({ length: count }, (_, at) => dayAfter(date, at))

export const isSameMeal = (one: Meal, other: Meal): boolean => one.date === other.date && one.sitting === other.sitting
