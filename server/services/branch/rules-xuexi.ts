/** A total that counts, of a month. */
export interface Known {
  readonly month: string
  readonly confirmed: number | null
}

/** 2026-01 -> 2025-12 */
export const monthBefore = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return number === 1 ? `${year - 1}-12` : `${year}-${String(number - 1).padStart(2, '0')}`
}

/** The months whose total may be written on a day: its own and the one before. */
export const openMonths = (today: string): readonly [string, string] => {
  const month = today.slice(0, 7)
  return [month, monthBefore(month)]
}

/** Between what a month's total may lie, by what is confirmed of that month and those before and after it: it only grows. */
export function boundsOf(known: readonly Known[], month: string): { least: number; most: number } {
  const counted = known.flatMap(({ month, confirmed }) => (confirmed === null ? [] : [{ month, confirmed }]))
  const before = counted.filter((one) => one.month <= month).map(({ confirmed }) => confirmed)
  const after = counted.filter((one) => one.month > month).map(({ confirmed }) => confirmed)
  return { least: Math.max(0, ...before), most: Math.min(...after, Number.POSITIVE_INFINITY) }
}

/** The total confirmed last before a month. */
export const lastBefore = (known: readonly Known[], month: string): number | null => {
  const before = known.flatMap((one) => (one.month < month && one.confirmed !== null ? [one.confirmed] : []))
  return before.length > 0 ? Math.max(...before) : null
}
