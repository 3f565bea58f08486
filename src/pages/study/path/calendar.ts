const ofMonth = (month: string, count: number) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + count, 1))

/** The month so many months after another, YYYY-MM. */
export const monthAfter = (month: string, count: number): string => ofMonth(month, count).toISOString().slice(0, 7)

/** 2026年11月 */
export const monthText = (month: string): string => `${month.slice(0, 4)}年${Number(month.slice(5))}月`

/** The weeks of a month, Monday first; null where the day is another month's. */
export function weeksOf(month: string): (string | null)[][] {
  const before = (ofMonth(month, 0).getUTCDay() + 6) % 7
  const count = (ofMonth(month, 1).getTime() - ofMonth(month, 0).getTime()) / 86_400_000
  const weeks = Math.ceil((before + count) / 7)
  const dayAt = (at: number) => (at < 1 || at > count ? null : `${month}-${String(at).padStart(2, '0')}`)
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: 7 }, (_, at) => dayAt(week * 7 + at - before + 1)))
}
