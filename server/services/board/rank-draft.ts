import type { BoardFacts, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { getRanking } from './access'
import { entriesOf } from './compute'
import type { DraftRow } from './queries-drafts'
import { previousScores } from './queries-editions'
import type { ShownEntry } from './queries-entries'
import { findUnits, nameless } from './queries-units'
import { digestOf } from './rules-digest'
import { boardFor } from './rules-edition'
import { type RankedRow, rankBoard } from './rules-rank'

export interface RankedDraft {
  readonly board: BoardFacts
  readonly entries: readonly ShownEntry[]
  readonly rows: readonly RankedRow[]
  readonly digest: string
}

/** A draft as it would be published now: the board it was handed in with, or the present one, its figures, and the ranks they give. */
export async function rankDraft(db: Db, draft: DraftRow): Promise<RankedDraft> {
  const { townCode, boardCode, period, revision } = draft
  const frozen = draft.state === 'in_review' ? draft.definition : null
  const board = frozen ?? boardFor(await getRanking(db, townCode, boardCode), period)
  const ranked = await rankEntries(db, board, period, await entriesOf(db, board, draft))
  return { ...ranked, digest: digestOf({ period, revision, ...ranked }) }
}

/** The ranks that figures of a period give. */
export async function rankEntries(
  db: Db,
  board: BoardFacts,
  period: string,
  all: readonly ShownEntry[],
): Promise<Omit<RankedDraft, 'digest'>> {
  const units = await rankedUnits(db, board)
  const names = new Map(units.map(({ unitCode, name }) => [unitCode, name]))
  // A person may have taken the name back meanwhile.
  const entries = board.unitKind === 'person' ? all.filter(({ unitCode }) => names.has(unitCode)) : all
  const named = entries.map((entry) => ({ ...entry, name: names.get(entry.unitCode) ?? entry.unitCode }))
  return { board, entries, rows: rankBoard(board, named, units, await previousScores(db, board.townCode, board.code, period)) }
}

/** Whom a board ranks, as a snapshot names them: what is published for ever has no names of persons in it. */
async function rankedUnits(db: Db, { townCode, unitKind, reach }: BoardFacts) {
  const units = await findUnits(db, townCode, unitKind as RankedKind, reach)
  return unitKind === 'person' ? units.map(({ unitCode }) => ({ unitCode, name: nameless })) : units
}
