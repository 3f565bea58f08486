import { shanghaiDay } from '../../shared/shanghai'
import { dayAfter, momentAt } from '../../shared/times'

/** Minutes of a day from opening to closing; 1440 is its end. */
export interface Span {
  readonly opens: number
  readonly closes: number
}

/** When a site is open: the same every week but for some days. Weekday 1 is Monday. */
export interface Hours {
  readonly weekly: readonly (Span & { readonly weekday: number })[]
  readonly exceptions: readonly { readonly day: string; readonly hours: readonly Span[] }[]
}

const dayMinutes = 24 * 60
/** Whether a site opens again is looked up so many days ahead. */
const horizon = 14

/** 1 is Monday, 7 Sunday. */
export const weekdayOf = (day: string): number => ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1

/** The hours of a Shanghai day, the earliest first. */
export function hoursOn({ weekly, exceptions }: Hours, day: string): Span[] {
  const unlike = exceptions.find((exception) => exception.day === day)
  const weekday = weekdayOf(day)
  const spans = unlike ? unlike.hours : weekly.filter((span) => span.weekday === weekday)
  return spans.map(({ opens, closes }) => ({ opens, closes })).sort((a, b) => a.opens - b.opens)
}

/** Whether it is open then, and when that next changes; null when it does not within a fortnight. */
export function statusAt(hours: Hours, at: Date): { openNow: boolean; changesAt: Date | null } {
  const today = shanghaiDay(at)
  const minute = (at.getTime() - momentAt(today, 0).getTime()) / 60_000
  for (const { opens, closes } of spansFrom(hours, today)) {
    if (closes <= minute) continue
    if (opens > minute) return { openNow: false, changesAt: momentAt(today, opens) }
    return { openNow: true, changesAt: closes >= (horizon + 1) * dayMinutes ? null : momentAt(today, closes) }
  }
  return { openNow: false, changesAt: null }
}

/**
 * The hours of that day and the fortnight after it, in minutes from its beginning; what ends as the next begins is one. Days are looked
 * at as they are needed: mostly the first tells.
 */
function* spansFrom(hours: Hours, first: string): Generator<Span> {
  let last: { opens: number; closes: number } | undefined
  for (let day = 0; day <= horizon; day += 1) {
    const begins = day * dayMinutes
    if (last && last.closes < begins) {
      yield last
      last = undefined
    }
    for (const { opens, closes } of hoursOn(hours, day === 0 ? first : dayAfter(first, day))) {
      if (last && last.closes >= begins + opens) last.closes = Math.max(last.closes, begins + closes)
      else {
        if (last) yield last
        last = { opens: begins + opens, closes: begins + closes }
      }
    }
  }
  if (last) yield last
}

export const isOpenAt = (hours: Hours, at: Date): boolean => statusAt(hours, at).openNow

/** When a check-in counts again: as soon as the site is open on a later day than `day`. */
export function nextCounts(hours: Hours, day: string): Date {
  const from = momentAt(dayAfter(day, 1), 0)
  const { openNow, changesAt } = statusAt(hours, from)
  return openNow ? from : (changesAt ?? from)
}
