import type { BoardFacts, BoardRow } from '../../../contract/board'
import type { RankedRow } from './rules-rank'
import type { UnitCodes } from './unit-code'

/** A row as it stands on a board, and whether somebody has appealed for it. */
export interface Placing extends RankedRow {
  readonly appealed: boolean
}

/** A row as everybody sees it. */
export function rowOf(row: Placing, { unitKind }: Pick<BoardFacts, 'unitKind'>, codes: UnitCodes): BoardRow {
  const { name, standing, rank, score, change, rankChange, mark, reason, appealed } = row
  return { unitCode: codes.outward(unitKind, row.unitCode), name, standing, rank, score, change, rankChange, mark, reason, appealed }
}
