import { days, later, minutes } from '../../shared/shanghai'

/** From report to closed. */
const closeDays = 7

export interface Limits {
  readonly dueAt: string
  readonly closeDueAt: string
}

/** The limits of a report that is sent, or reopened, now. */
export const limitsFrom = (now: Date, limitMinutes: number): Limits => ({
  dueAt: later(now, minutes(limitMinutes)),
  closeDueAt: later(now, days(closeDays)),
})

export interface Suspension {
  readonly suspendedAt: string | null
  readonly suspendedUntil: string | null
}

/** The limits after a suspension: both move on by the time it lasted, which its agreed end bounds. */
export function limitsAfter(limits: Limits, { suspendedAt, suspendedUntil }: Suspension, now: Date): Limits {
  const end = Math.min(now.getTime(), new Date(suspendedUntil as string).getTime())
  const lasted = Math.max(0, end - new Date(suspendedAt as string).getTime())
  return { dueAt: later(limits.dueAt, lasted), closeDueAt: later(limits.closeDueAt, lasted) }
}

/** A suspension ends in the future, and not in the distant one. */
export const longestSuspension = days(90)

export function isSuspensionEnd(until: string, now: Date): boolean {
  const length = new Date(until).getTime() - now.getTime()
  return length > 0 && length <= longestSuspension
}

/** Not in the future (a phone's clock may be a little fast), and not so long ago that nothing can be found any more. */
export function whenHappened(text: string | null | undefined, now: Date): 'future' | 'long-ago' | Date {
  if (!text) return now
  const moment = new Date(text)
  if (moment.getTime() > now.getTime() + minutes(2)) return 'future'
  // What is no moment at all (second 60) compares as false everywhere.
  return moment.getTime() >= now.getTime() - days(30) ? moment : 'long-ago'
}
