import Big from 'big.js'
import type { BoardFacts } from '../../../contract/board'
import { boardFor, meanOf } from '../../services/board/rules-edition'
import { isOver, monthsOf, previousPeriod, runningPeriod } from '../../services/board/rules-period'
import { type Entry, type RankedRow, rankBoard } from '../../services/board/rules-rank'
import { type DemoEdition, editionAt } from './board-editions'

/** Quarters and halves of which all months are out, oldest first. */
function longPeriods(kind: 'quarter' | 'half', months: readonly DemoEdition[], now: Date): string[] {
  const out = new Set(months.map(({ period }) => period))
  const periods: string[] = []
  let period = runningPeriod(kind, now)
  while (!isOver(period, now)) period = previousPeriod(period)
  for (; monthsOf(period).every((month) => out.has(month)); period = previousPeriod(period)) periods.unshift(period)
  return periods
}

/** The means of a board's months, as they are published once all of them are out. */
export function meansOf(board: BoardFacts, months: readonly DemoEdition[], now: Date): DemoEdition[] {
  return (['quarter', 'half'] as const).flatMap((kind) => {
    let before: readonly RankedRow[] = []
    return longPeriods(kind, months, now).map((period) => {
      const entries = meanEntries(
        months.filter((month) => monthsOf(period).includes(month.period)),
        period,
      )
      const facts = boardFor(board, period)
      const rows = rankBoard(facts, entries, entries, new Map(before.map((row) => [row.unitCode, row])))
      before = rows
      return editionAt(facts, period, now, { entries, rows })
    })
  })
}

function meanEntries(months: readonly DemoEdition[], period: string): Entry[] {
  return (months[0]?.rows ?? []).map(({ unitCode, name }) => {
    const scores = months.map(({ rows }) => rows.find((row) => row.unitCode === unitCode)?.score ?? '0')
    const sum = scores.reduce((sum, score) => sum.plus(score), new Big(0))
    return { unitCode, name, figures: { score: meanOf(sum.toFixed(), period) }, sample: null, vetoes: [], reason: null }
  })
}
