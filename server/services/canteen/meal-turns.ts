import { Semaphore } from 'async-mutex'
import type { Meal } from './queries-booking'

/** More at a time only wait for the meal's row, and the database does much for those who wait. */
const atOnce = 2

/**
 * Who books a meal takes their turn here before the database is asked. It is the database that keeps order, whoever asks; but ten
 * connections that wait for one row cost it twice the work, and nobody else of this process could use them meanwhile.
 */
export class MealTurns {
  private readonly lines = new Map<string, Semaphore>()

  async run<T>({ canteenId, date, sitting }: Meal, work: () => Promise<T>): Promise<T> {
    const key = `${canteenId} ${date} ${sitting}`
    const line = this.lines.get(key) ?? new Semaphore(atOnce)
    this.lines.set(key, line)
    try {
      return await line.runExclusive(work)
    } finally {
      if (line.getValue() === atOnce) this.lines.delete(key)
    }
  }
}
