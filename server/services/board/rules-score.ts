import Big from 'big.js'
import type { BoardFacts } from '../../../contract/board'
import { wholeKey } from './rules-figure'
import type { Entry } from './rules-rank'

export interface Scored {
  readonly score: Big
  /** What each part adds, by key. */
  readonly adds: Record<string, string>
  /** Names of the vetoes that hold. */
  readonly vetoes: readonly string[]
}

/** Divides with one rounding, half away from zero, at the digit; by number of decimals. */
const rounding = [0, 1, 2, 3, 4].map((decimals) => {
  const Rounded = Big()
  Rounded.DP = decimals
  Rounded.RM = Big.roundHalfUp
  return Rounded
})

const divided = (top: Big, bottom: Big, decimals: number): Big => new (rounding[decimals] as typeof Big)(top).div(bottom)

/** A number as it is shown: with so many decimals, and no sign before nothing. */
export function shownText(number: Big, decimals: number): string {
  const text = number.toFixed(decimals, Big.roundHalfUp)
  return new Big(text).eq(0) ? text.replace('-', '') : text
}

/**
 * A unit's score: the sum of figure / full * weight over the parts, exact until it is rounded once; held by vetoes. Undefined when a
 * figure is missing.
 */
export function scoreOf(board: BoardFacts, { figures, vetoes }: Entry): Scored | undefined {
  const { parts, decimals } = board
  const terms = parts.map(({ key, weight, full }) => ({ key, figure: figures[key], weight, full: new Big(full) }))
  if (terms.some(({ figure }) => figure === undefined)) return undefined
  if (terms.length === 0 && figures[wholeKey] === undefined) return undefined
  const one = new Big(1)
  const bottom = terms.reduce((product, { full }) => product.times(full), one)
  // Over one denominator, so that nothing is rounded on the way.
  const top = terms.reduce((sum, term) => {
    const others = terms.reduce((product, other) => (other === term ? product : product.times(other.full)), one)
    return sum.plus(new Big(term.figure as string).times(term.weight).times(others))
  }, new Big(0))
  const score = parts.length === 0 ? divided(new Big(figures[wholeKey] as string), one, decimals) : divided(top, bottom, decimals)
  const adds = terms.map(({ key, figure, weight, full }) => {
    const added = divided(new Big(figure as string).times(weight), full, decimals)
    return [key, shownText(added, decimals)]
  })
  const held = board.vetoes.filter(({ key }) => vetoes.includes(key))
  return {
    score: held.reduce((kept, { cap }) => worseOf(board, kept, divided(new Big(cap), one, decimals)), score),
    adds: Object.fromEntries(adds),
    vetoes: held.map(({ name }) => name),
  }
}

/** Above zero when the first is better than the second. */
export const compareScores = ({ better }: BoardFacts, a: Big, b: Big): number => (better === 'higher' ? a.cmp(b) : b.cmp(a))

const worseOf = (board: BoardFacts, a: Big, b: Big): Big => (compareScores(board, a, b) > 0 ? b : a)
