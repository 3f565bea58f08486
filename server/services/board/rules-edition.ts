import Big from 'big.js'
import type { BoardFacts, PeriodKind } from '../../../contract/board'
import { monthsOf, periodKindOf, periodWords, spanOf } from './rules-period'
import type { RankedRow } from './rules-rank'

/** Whether a period of a board is the mean of its months. */
export const isMean = ({ longPeriod }: Pick<BoardFacts, 'longPeriod'>, period: string): boolean =>
  longPeriod === 'mean' && periodKindOf(period) !== 'month'

/** Whether a period's figures come from the records or from its months: nobody writes them. */
export const isComputed = (board: Pick<BoardFacts, 'longPeriod' | 'source'>, period: string): boolean =>
  board.source === 'records' || isMean(board, period)

/** The board as it counts for a period: a mean of months has no parts, no vetoes and no sample of its own. */
export const boardFor = (board: BoardFacts, period: string): BoardFacts =>
  isMean(board, period) ? { ...board, parts: [], vetoes: [], minimumSample: 0 } : board

const kindWords: Readonly<Record<PeriodKind, string>> = { month: '月', quarter: '季度', half: '半年' }

/** Why figures of a period cannot be written yet, or ever; in Chinese. */
export function periodFault({ periodKinds }: Pick<BoardFacts, 'periodKinds'>, period: string, now: Date): string | undefined {
  if (!periodKinds.includes(periodKindOf(period)))
    return `这个榜按${periodKinds.map((kind) => kindWords[kind]).join('、')}评，没有${periodWords(period)}这一期。`
  return spanOf(period).from > now ? `${periodWords(period)}还没开始，请选以前的一期。` : undefined
}

/** The mean of a unit's scores in all months of a period, as a figure. Six digits are enough to round it rightly to any four. */
export function meanOf(sum: string, period: string): string {
  const mean = new Big(sum).div(monthsOf(period).length).round(6, Big.roundHalfUp)
  return mean.eq(0) ? '0' : mean.toFixed()
}

/** Ranked on the black list without a word why: that is not published. */
export const unexplained = (rows: readonly RankedRow[]): RankedRow[] =>
  rows.filter(({ mark, reason }) => mark === 'black' && reason === null)
