import type { BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { DraftRow } from './queries-drafts'
import { findEntries, type ShownEntry } from './queries-entries'
import { sumMonths } from './queries-months'
import { recordEntries } from './records'
import { isComputed, isMean, meanOf } from './rules-edition'
import { monthsOf } from './rules-period'

type Computed = Pick<ShownEntry, 'unitCode' | 'figures' | 'sample'>

/** A period's figures as the records or its months give them now. */
async function computeEntries(db: Db, board: BoardFacts, period: string): Promise<Computed[]> {
  if (!isMean(board, period)) return recordEntries(db, board, period)
  const sums = await sumMonths(db, board.townCode, board.code, period)
  // Who lacks a month has no mean.
  const whole = sums.filter(({ months }) => months === monthsOf(period).length)
  return whole.map(({ unitCode, sum }) => ({ unitCode, figures: { score: meanOf(sum, period) }, sample: null }))
}

const hasWord = ({ reason, note, vetoes, photos }: ShownEntry) => Boolean(reason || note || vetoes.length || photos.length)

/**
 * The figures of a draft: as they were written; of a computed period as they are now, with what was written beside them, until it is
 * handed in.
 */
export async function entriesOf(db: Db, board: BoardFacts, draft: DraftRow): Promise<ShownEntry[]> {
  const kept = await findEntries(db, draft)
  if (draft.state === 'in_review' || !isComputed(board, draft.period)) return kept
  const computed = new Map((await computeEntries(db, board, draft.period)).map((entry) => [entry.unitCode, entry]))
  const beside = new Map(kept.filter(hasWord).map((entry) => [entry.unitCode, entry]))
  return [...new Set([...computed.keys(), ...beside.keys()])].map((unitCode) => {
    const { figures = {}, sample = null } = computed.get(unitCode) ?? {}
    const { vetoes = [], reason = null, note = null, photos = [] } = beside.get(unitCode) ?? {}
    return { unitCode, figures, sample, vetoes, reason, note, photos }
  })
}
