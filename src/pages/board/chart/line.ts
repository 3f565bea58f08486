import type { UnitPage } from '../../../../contract/board'
import { lastPeriods } from '../periods'

export const slots = 12

/** One period of the line; null where there was no board, or no rank on it. */
export interface Point {
  readonly period: string
  readonly rank: number | null
  readonly score: string | null
}

/** A line of ranks and whose it is. */
export interface ChartLine {
  readonly name: string
  readonly points: readonly Point[]
}

/** The last twelve periods, the missing ones as gaps. */
export function pointsOf({ edition, line }: Pick<UnitPage, 'edition' | 'line'>): Point[] {
  const known = new Map(line.map((one) => [one.period, one]))
  return lastPeriods(edition.period, slots).map((period) => ({
    period,
    rank: known.get(period)?.rank ?? null,
    score: known.get(period)?.score ?? null,
  }))
}

/** The ranks that a chart reaches from and to: the better one is above. */
export interface Range {
  readonly top: number
  readonly bottom: number
}

/** From the first place on, unless the line lies so far down that it would be flat. */
export function rangeOf(points: readonly Point[]): Range {
  const ranks = points.flatMap(({ rank }) => rank ?? [])
  const [best, worst] = [Math.min(...ranks, Number.MAX_SAFE_INTEGER), Math.max(...ranks, 1)]
  const span = Math.max(worst - best, 4)
  const top = best <= Math.max(10, 2 * span) ? 1 : best - Math.ceil(span / 4)
  return { top, bottom: Math.max(worst, top + 4) }
}

/** The line in words, for those who listen to the screen. */
export const spokenLine = (name: string, points: readonly Point[], words: (period: string) => string): string =>
  `${name}近 ${slots} 期名次：${points.map(({ period, rank }) => `${words(period)}${rank === null ? '没有名次' : `第 ${rank} 名`}`).join('，')}`
