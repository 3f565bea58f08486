import type { BoardEdition, BoardFacts, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Placing } from './page-view'
import { previousScores } from './queries-editions'
import { findUnits } from './queries-units'
import { recordEntries } from './records'
import { type Entry, rankBoard } from './rules-rank'

/** A board of records as it stands now, in a period that still runs. */
export interface LiveBoard {
  readonly edition: BoardEdition
  readonly entries: readonly Entry[]
  readonly rows: readonly Placing[]
}

/** Counts running periods from the records. Who asks while one is being counted gets the same answer. */
export class LiveBoards {
  private readonly underway = new Map<string, Promise<LiveBoard>>()

  count(db: Db, board: BoardFacts, period: string, now: Date): Promise<LiveBoard> {
    const key = `${board.townCode} ${board.code} ${period}`
    const counting = this.underway.get(key) ?? count(db, board, period, now).finally(() => this.underway.delete(key))
    this.underway.set(key, counting)
    return counting
  }
}

async function count(db: Db, board: BoardFacts, period: string, now: Date): Promise<LiveBoard> {
  const entries = await recordEntries(db, board, period)
  const units = await findUnits(db, board.townCode, board.unitKind as RankedKind, board.reach)
  const before = await previousScores(db, board.townCode, board.code, period)
  const rows = rankBoard(board, entries, units, before).map((row) => ({ ...row, appealed: false }))
  const ranked = rows.filter(({ standing }) => standing === 'ranked').length
  const edition = { period, revision: 0, at: now.toISOString(), ranked, apart: rows.length - ranked, corrections: [] }
  return { edition: { ...edition, state: 'live' }, entries, rows }
}
