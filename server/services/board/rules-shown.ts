import Big from 'big.js'
import type { BoardFacts } from '../../../contract/board'
import { spell } from '../../shared/pinyin'
import type { Search } from '../../shared/search'
import { isMean } from './rules-edition'
import { periodKindOf, runningPeriod, spanOf } from './rules-period'
import type { RankedRow } from './rules-rank'

/** Newest first: that which ends last; of those that end together the shortest. */
export function newestFirst(periods: readonly string[]): string[] {
  const order = new Map(periods.map((period) => [period, spanOf(period).until.getTime()]))
  const length = (period: string) => ['month', 'quarter', 'half'].indexOf(periodKindOf(period))
  return [...order.keys()].sort((a, b) => (order.get(b) as number) - (order.get(a) as number) || length(a) - length(b))
}

/** The running periods of a board that the records can be asked about now. */
export const livePeriods = (board: BoardFacts, now: Date): string[] =>
  board.source === 'records' ? board.periodKinds.map((kind) => runningPeriod(kind, now)).filter((period) => !isMean(board, period)) : []

type Placed = Pick<RankedRow, 'rank' | 'score' | 'change'>

/** What a board puts its units in order by. */
const figureOf = ({ mode }: Pick<BoardFacts, 'mode'>, { score, change }: Placed): string => (mode === 'progress' ? change : score) ?? '0'

/** How far it is from a row to one above it, in what the board ranks by. */
export const distanceOf = (board: Pick<BoardFacts, 'mode' | 'decimals'>, row: Placed, above: Placed): string =>
  new Big(figureOf(board, above)).minus(figureOf(board, row)).abs().toFixed(board.decimals)

/** The one right above: the last of those with a better rank. */
export const aboveOf = <T extends Placed>(rows: readonly T[], { rank }: Placed): T | undefined =>
  rank === null ? undefined : rows.findLast((row) => row.rank !== null && row.rank < rank)

/** Whether a name has what is looked for, as the database would say of a kept one. */
export function isNamed(name: string, { words, letters }: Search): boolean {
  if (words === '' || name.toLowerCase().includes(words)) return true
  if (letters === null) return false
  const { pinyin, initials } = spell(name)
  return pinyin.includes(letters) || initials.includes(letters)
}
