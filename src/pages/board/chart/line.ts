import { lastPeriods } from '@/lib/periods'
import type { UnitPage } from '../../../../contract/board'

const slots = 12
/** A chart has room for so many periods at least. */
const fewest = 6

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

/** The lines from the first period that one of them knows. */
export function fromTheFirst(lines: readonly ChartLine[]): ChartLine[] {
  const starts = lines.map(({ points }) => points.findIndex(({ rank }) => rank !== null)).filter((at) => at >= 0)
  const start = Math.min(slots - fewest, ...starts)
  return lines.map(({ name, points }) => ({ name, points: points.slice(start) }))
}

/** The ranks that a chart reaches from and to: the better one is above. */
export interface Range {
  readonly top: number
  readonly bottom: number
}

/** So many places fit on a chart together. */
const hundred = 100

/** From the first place on, unless the line lies so far down that it would be flat. */
export function rangeOf(points: readonly Point[]): Range {
  const ranks = points.flatMap(({ rank }) => rank ?? [])
  const [best, worst] = [Math.min(...ranks, Number.MAX_SAFE_INTEGER), Math.max(...ranks, 1)]
  const span = Math.max(worst - best, 4)
  const top = worst <= hundred || best <= 3 * span ? 1 : best - Math.ceil(span / 4)
  return { top, bottom: Math.max(worst, top + 4) }
}

/** The line in words, for those who listen to the screen. */
export const spokenLine = (name: string, points: readonly Point[], words: (period: string) => string): string =>
  `${name}近 ${points.length} 期名次：${points.map(({ period, rank }) => `${words(period)}${rank === null ? '没有名次' : `第 ${rank} 名`}`).join('，')}`
