import { dayAfter } from '../../shared/times'

/**
 * Days in a row with a check-in that counts, up to today and at most ever. `days` are in order, each once. A day on which nothing was open
 * breaks no streak, nor does today as long as it lasts.
 */
export function streaksOf(days: readonly string[], today: string, wasShut: (day: string) => boolean): { streak: number; longest: number } {
  let run = 0
  let longest = 0
  days.forEach((day, at) => {
    const before = days[at - 1]
    run = before !== undefined && joined(before, day, wasShut) ? run + 1 : 1
    longest = Math.max(longest, run)
  })
  const last = days.at(-1)
  return { streak: last !== undefined && (last >= today || joined(last, today, wasShut)) ? run : 0, longest }
}

/** Whether it matters which days were shut: there is one without a check-in, before today. */
export function hasGap(days: readonly string[], today: string): boolean {
  const [first] = days
  if (first === undefined) return false
  const gone = (Date.parse(today) - Date.parse(first)) / 86_400_000
  return days.length < gone + (days.at(-1) === today ? 1 : 0)
}

/** Whether every day between the two was shut. */
function joined(from: string, to: string, wasShut: (day: string) => boolean): boolean {
  let day = dayAfter(from, 1)
  while (day < to && wasShut(day)) day = dayAfter(day, 1)
  return day >= to
}
