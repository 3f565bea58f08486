import Big from 'big.js'
import type { BoardFacts, Standing } from '../../../contract/board'
import { spell } from '../../shared/pinyin'
import { compareScores, type Scored, scoreOf, shownText } from './rules-score'

/** A unit's figures of a period. */
export interface Entry {
  readonly unitCode: string
  readonly name: string
  /** By key of the part; `score` on a board without parts. */
  readonly figures: Readonly<Record<string, string>>
  /** Ratings or checks behind the figures; null where nobody counts them. */
  readonly sample: number | null
  /** Keys of the vetoes that hold. */
  readonly vetoes: readonly string[]
  /** Why it is on the black list, in the editor's words. */
  readonly reason: string | null
}

/** Where a unit stood in the previous equal period. */
export interface Before {
  readonly score: string | null
  readonly rank: number | null
}

export interface NamedUnit {
  readonly unitCode: string
  readonly name: string
}

/** A row of a board as it is published. */
export interface RankedRow extends NamedUnit {
  readonly position: number
  readonly standing: Standing
  readonly rank: number | null
  readonly score: string | null
  readonly change: string | null
  /** Places won or lost: on this board; on a board of progress, by score among those that can be compared. */
  readonly rankChange: number | null
  readonly mark: 'red' | 'black' | null
  readonly reason: string | null
  readonly adds: Record<string, string>
}

interface Candidate extends NamedUnit {
  readonly entry: Entry | undefined
  readonly scored: Scored | undefined
  readonly standing: Standing
  readonly change: Big | null
  /** Score of the previous equal period. */
  readonly past: Big | null
}

type Compare<T> = (a: T, b: T) => number
const text: Compare<string> = (a, b) => (a < b ? -1 : Number(a > b))
const apart: readonly Standing[] = ['newcomer', 'few', 'no_figures']

/**
 * The rows of a board, as they stand on it, whatever order the figures come in: competition ranking (1224), those of one rank by the
 * board's order of ties; after them newcomers, units with too few behind their figures, and units without figures.
 */
export function rankBoard(
  board: BoardFacts,
  entries: readonly Entry[],
  units: readonly NamedUnit[],
  before: ReadonlyMap<string, Before>,
): RankedRow[] {
  const known = new Map([...entries, ...units].map(({ unitCode, name }) => [unitCode, name]))
  const given = new Map(entries.map((entry) => [entry.unitCode, entry]))
  const candidates = [...known].map(([unitCode, name]) => candidateOf(board, { unitCode, name }, given.get(unitCode), before.get(unitCode)))
  const inTie = tieOrderOf(board)
  const ranked = candidates.filter(({ standing }) => standing === 'ranked')
  const won = board.mode === 'progress' ? placesWon(board, ranked) : new Map<string, number>()
  const compare = board.mode === 'progress' ? byProgress(board, won) : byScore(board)
  ranked.sort((a, b) => compare(a, b) || inTie(a, b))
  const ranks = placesOf(ranked, compare)
  const listed = apart.flatMap((standing) => candidates.filter((one) => one.standing === standing).sort(inTie))
  return [...ranked, ...listed].map((one, at) => {
    const rank = ranks[at] ?? null
    const past = before.get(one.unitCode)?.rank ?? null
    const rankChange = won.get(one.unitCode) ?? (rank !== null && past !== null && board.mode === 'top' ? past - rank : null)
    return { position: at + 1, rank, rankChange, ...rowOf(board, one) }
  })
}

function candidateOf(board: BoardFacts, unit: NamedUnit, entry: Entry | undefined, before: Before | undefined): Candidate {
  const scored = entry && scoreOf(board, entry)
  const isFew = (entry?.sample ?? 0) < board.minimumSample
  const past = before?.score ? new Big(before.score) : null
  const isNew = board.mode === 'progress' && past === null
  const standing = !scored ? 'no_figures' : isFew ? 'few' : isNew ? 'newcomer' : 'ranked'
  return { ...unit, entry, scored, standing, past, change: standing === 'ranked' && scored && past ? scored.score.minus(past) : null }
}

function rowOf(board: BoardFacts, { unitCode, name, entry, scored, standing, change }: Candidate) {
  const counts = standing === 'ranked' || standing === 'newcomer' ? scored : undefined
  const mark = standing === 'ranked' && counts ? markOf(board, counts.score) : null
  const vetoes = counts?.vetoes.length ? `一票否决：${counts.vetoes.join('、')}` : null
  const reason = [vetoes, mark === 'black' || vetoes ? entry?.reason : null].filter(Boolean).join('；')
  return {
    ...{ unitCode, name, standing, mark },
    score: counts ? shownText(counts.score, board.decimals) : null,
    change: change && shownText(change, board.decimals),
    reason: reason || null,
    adds: counts?.adds ?? {},
  }
}

/** At the red line or better, at the black one or worse. */
function markOf(board: BoardFacts, score: Big): 'red' | 'black' | null {
  const { redLine, blackLine } = board
  if (blackLine !== null && compareScores(board, score, new Big(blackLine)) <= 0) return 'black'
  return redLine !== null && compareScores(board, score, new Big(redLine)) >= 0 ? 'red' : null
}

const scoreIn = ({ scored }: Candidate) => (scored as Scored).score
const byScore =
  (board: BoardFacts): Compare<Candidate> =>
  (a, b) =>
    compareScores(board, scoreIn(b), scoreIn(a))

/** By gain, then by places won. */
const byProgress =
  (board: BoardFacts, won: ReadonlyMap<string, number>): Compare<Candidate> =>
  (a, b) =>
    compareScores(board, b.change as Big, a.change as Big) || (won.get(b.unitCode) ?? 0) - (won.get(a.unitCode) ?? 0)

/** How many places each has won by score since the previous equal period, among themselves. */
function placesWon(board: BoardFacts, ranked: readonly Candidate[]): Map<string, number> {
  const places = (scoreOfOne: (one: Candidate) => Big) => {
    const compare: Compare<Candidate> = (a, b) => compareScores(board, scoreOfOne(b), scoreOfOne(a))
    const sorted = [...ranked].sort(compare)
    const ranks = placesOf(sorted, compare)
    return new Map(sorted.map(({ unitCode }, at) => [unitCode, ranks[at] as number]))
  }
  const [then, now] = [places(({ past }) => past as Big), places(scoreIn)]
  return new Map(ranked.map(({ unitCode }) => [unitCode, (then.get(unitCode) as number) - (now.get(unitCode) as number)]))
}

/** Ranks of what is sorted: equals share one, and as many are left out after them. */
function placesOf<T>(sorted: readonly T[], compare: Compare<T>): number[] {
  const ranks: number[] = []
  sorted.forEach((one, at) => {
    const isEqual = at > 0 && compare(sorted[at - 1] as T, one) === 0
    ranks.push(isEqual ? (ranks[at - 1] as number) : at + 1)
  })
  return ranks
}

/** By code; or by name as it is spelt, and then by code. */
function tieOrderOf({ tieOrder }: BoardFacts): Compare<NamedUnit> {
  if (tieOrder === 'code') return (a, b) => text(a.unitCode, b.unitCode)
  const spelt = new Map<string, string>()
  const spellingOf = (name: string) => {
    const spelling = spelt.get(name) ?? `${spell(name).pinyin} ${name}`
    spelt.set(name, spelling)
    return spelling
  }
  return (a, b) => text(spellingOf(a.name), spellingOf(b.name)) || text(a.unitCode, b.unitCode)
}
