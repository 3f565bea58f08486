import type { BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Staff } from './access'
import { entriesOf } from './compute'
import { addEvent, type DraftRow, findDraft, insertDraft, lockDraft } from './queries-drafts'
import { findPublished } from './queries-editions'
import { copyEntries, putEntries } from './queries-entries'
import { findMissingMonths } from './queries-months'
import { inReview, monthsMissing, wrongPeriod } from './refusals'
import { isComputed, isMean, periodFault } from './rules-edition'
import { periodWords } from './rules-period'

export const keyOf = ({ townCode, code }: BoardFacts, period: string) => ({ townCode, boardCode: code, period })

/**
 * Begins a period of a board: a correction with the figures that are out, a computed period with those of now, else empty. Undefined when
 * it is begun already. Throws 422 when the board has no such period, or its months are not all out.
 */
export async function openDraft(tx: Db, { personId, now }: Staff, board: BoardFacts, period: string): Promise<DraftRow | undefined> {
  const fault = periodFault(board, period, now)
  if (fault) throw wrongPeriod(fault)
  if (isMean(board, period)) {
    const missing = await findMissingMonths(tx, board.townCode, board.code, period)
    if (missing.length > 0) throw monthsMissing(missing.map(periodWords))
  }
  const key = keyOf(board, period)
  const added = await insertDraft(tx, key, personId, now)
  if (!added) return undefined
  const edition = { townCode: board.townCode, id: added.id }
  await addEvent(tx, edition, { kind: 'opened', actorId: personId }, now)
  const published = added.revision > 1 ? await findPublished(tx, board.townCode, board.code, period) : undefined
  if (published) await copyEntries(tx, { townCode: board.townCode, id: published.id }, edition)
  const draft = (await findDraft(tx, key, personId)) as DraftRow
  if (!isComputed(board, period)) return draft
  await putEntries(tx, edition, await entriesOf(tx, board, draft), null, now)
  return (await findDraft(tx, key, personId)) as DraftRow
}

/** The period's draft, locked, to write into; begun where there is none. Throws 409 when it is being reviewed. */
export async function getOpenDraft(tx: Db, staff: Staff, board: BoardFacts, period: string): Promise<DraftRow> {
  const locked = () => lockDraft(tx, keyOf(board, period), staff.personId)
  // Somebody else may begin it at the same moment.
  const draft = (await locked()) ?? (await openDraft(tx, staff, board, period)) ?? ((await locked()) as DraftRow)
  if (draft.state === 'in_review') throw inReview()
  return draft
}
