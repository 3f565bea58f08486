import type { Correction } from '../../../contract/board'
import type { Before, NamedUnit } from './rules-rank'

/** A unit and its place on a board. */
export type Placed = NamedUnit & Before

/** What a correction changes, in the order of the new board; who is not on it any more comes last. */
export function changesOf(from: readonly Placed[], to: readonly Placed[]): Correction['changes'] {
  const places = (rows: readonly Placed[]) => new Map(rows.map(({ unitCode, rank, score }) => [unitCode, { rank, score }]))
  const [then, now] = [places(from), places(to)]
  const gone = from.filter(({ unitCode }) => !now.has(unitCode))
  return [...to, ...gone]
    .map(({ unitCode, name }) => ({ unitCode, name, from: then.get(unitCode) ?? null, to: now.get(unitCode) ?? null }))
    .filter(({ from, to }) => from?.rank !== to?.rank || from?.score !== to?.score)
}
