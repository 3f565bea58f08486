const offset = 8 * 60 * 60 * 1000
const dayMs = 24 * 60 * 60_000
let asked = { number: Number.NaN, day: '' }

/** The Shanghai day of a moment, YYYY-MM-DD. Shanghai is UTC+8 all year. The one asked for last is kept: mostly it is today, many times a request. */
export function shanghaiDay(moment: Date): string {
  const number = Math.floor((moment.getTime() + offset) / dayMs)
  if (number !== asked.number) asked = { number, day: new Date(number * dayMs).toISOString().slice(0, 10) }
  return asked.day
}

/** When a Shanghai day (YYYY-MM-DD) begins. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

export const minutes = (count: number): number => count * 60_000
export const days = (count: number): number => count * dayMs
/** The moment `ms` later, as RFC 3339. */
export const later = (from: Date | string, ms: number): string => new Date(new Date(from).getTime() + ms).toISOString()

/** A moment in UTC as the database writes it: without zeros at the end. */
export const asStored = (moment: string): string => moment.replace(/\.?0+Z$/, 'Z')
