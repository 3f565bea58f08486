import { createHash } from 'node:crypto'
import type { BoardFacts } from '../../../contract/board'
import type { RankedRow } from './rules-rank'

/** A unit's figures as a digest covers them. */
export interface CoveredEntry {
  readonly unitCode: string
  readonly figures: Readonly<Record<string, string>>
  readonly sample: number | null
  readonly vetoes: readonly string[]
  readonly reason: string | null
  readonly note: string | null
  readonly photos: readonly { readonly id: string }[]
}

/** A period of a board in full. */
export interface Covered {
  readonly period: string
  readonly revision: number
  readonly board: BoardFacts
  readonly entries: readonly CoveredEntry[]
  readonly rows: readonly RankedRow[]
}

const sorted = <T>(record: Readonly<Record<string, T>>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * What somebody has seen who looked at a period: SHA-256, hex, over the UTF-8 of one JSON array, everything in an order of its own, so
 * that the same board gives the same digest whichever way the database hands it over.
 */
export function digestOf({ period, revision, board, entries, rows }: Covered): string {
  const { parts, vetoes, ...facts } = board
  const figures = [...entries].sort((a, b) => (a.unitCode < b.unitCode ? -1 : 1))
  const covered = [
    period,
    revision,
    sorted(facts),
    parts.map(sorted),
    vetoes.map(sorted),
    figures.map((one) => [
      one.unitCode,
      sorted(one.figures),
      one.sample,
      [...one.vetoes].sort(),
      one.reason,
      one.note,
      one.photos.map(({ id }) => id),
    ]),
    rows.map(({ adds, ...row }) => [sorted(row), sorted(adds)]),
  ]
  return createHash('sha256').update(JSON.stringify(covered), 'utf8').digest('hex')
}
