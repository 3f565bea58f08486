import type { BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { tell } from '../../shared/inbox'
import { wordsOrNull } from '../../shared/text'
import type { Staff } from './access'
import { dropEntries } from './drop-entries'
import { returnedLetter } from './letters'
import { keyOf } from './open-draft'
import { addEvent, type DraftRow, findDraft, lockDraft, setReturned, setSubmitted } from './queries-drafts'
import { findEntries, putEntries } from './queries-entries'
import { type RankedDraft, rankDraft } from './rank-draft'
import {
  badFigures,
  emptyDraft,
  inReview,
  noSuchDraft,
  notInReview,
  reasonMissing,
  stillRunning,
  whyMissing,
  wordMissing,
} from './refusals'
import { isComputed, unexplained } from './rules-edition'
import { readFigures } from './rules-figure'
import { isOver } from './rules-period'

/**
 * Hands a draft in: its figures and the board stand still from here. Throws 422 when the period is not over, when there are no figures or
 * bad ones, when a unit is on the black list without a reason, or a correction does not say why; 409 when it is handed in already.
 */
export async function submit(tx: Db, { personId, now }: Staff, board: BoardFacts, period: string, why: string | null): Promise<DraftRow> {
  const key = keyOf(board, period)
  const draft = await lockDraft(tx, key, personId)
  if (!draft) throw noSuchDraft()
  if (draft.state === 'in_review') throw inReview()
  if (!isOver(period, now)) throw stillRunning()
  const reason = draft.revision > 1 ? wordsOrNull(why) : null
  if (draft.revision > 1 && reason === null) throw whyMissing()
  const ranked = await rankDraft(tx, draft)
  refuseUnfit(ranked, isComputed(board, period))
  await keepEntries(tx, draft, ranked, isComputed(board, period), now)
  await setSubmitted(tx, draft, { board: ranked.board, digest: ranked.digest, reason, personId }, now)
  await addEvent(tx, draft, { kind: 'submitted', actorId: personId, note: reason }, now)
  return (await findDraft(tx, key, personId)) as DraftRow
}

/** The board may have changed since the figures were written. */
function refuseUnfit({ board, entries, rows }: RankedDraft, isComputed: boolean): void {
  if (!entries.some(({ figures }) => Object.keys(figures).length > 0)) throw emptyDraft()
  const names = new Map(rows.map(({ unitCode, name }) => [unitCode, name]))
  const faults = entries.flatMap(({ unitCode, figures }, at) =>
    readFigures(board, figures).faults.map(({ key, message }) => ({
      path: `entries/${at}/${key}`,
      message: `${names.get(unitCode)}：${message}`,
    })),
  )
  if (faults.length > 0 && !isComputed) throw badFigures(faults)
  const black = unexplained(rows)
  if (black.length > 0) throw reasonMissing(black)
}

/** What was computed is kept as of now; who is not on the board any more, is not in its figures either. */
async function keepEntries(tx: Db, draft: DraftRow, { entries }: RankedDraft, isComputed: boolean, now: Date): Promise<void> {
  const stay = new Set(entries.map(({ unitCode }) => unitCode))
  const kept = await findEntries(tx, draft)
  await dropEntries(
    tx,
    draft,
    kept.filter(({ unitCode }) => !stay.has(unitCode)),
  )
  if (isComputed) await putEntries(tx, draft, entries, null, now)
}

/** Sends a draft back with a word, and tells who handed it in. Throws 409 when it is not being reviewed, 422 without a word. */
export async function sendBack(tx: Db, { personId, now }: Staff, board: BoardFacts, period: string, word: string): Promise<DraftRow> {
  const key = keyOf(board, period)
  const draft = await lockDraft(tx, key, personId)
  if (!draft) throw noSuchDraft()
  if (draft.state !== 'in_review') throw notInReview()
  const note = wordsOrNull(word)
  if (note === null) throw wordMissing()
  await setReturned(tx, draft, note)
  await addEvent(tx, draft, { kind: 'returned', actorId: personId, note }, now)
  if (draft.submittedById && draft.submittedById !== personId) await tell(tx, now, [draft.submittedById], returnedLetter(draft, note))
  return (await findDraft(tx, key, personId)) as DraftRow
}
