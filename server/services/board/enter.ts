import type { BoardFacts, boardStaffCalls } from '../../../contract/board'
import type { BodyOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import { takePhotos } from '../../shared/photos'
import { wordsOrNull } from '../../shared/text'
import type { Staff } from './access'
import { dropEntries, giveUpPhotos } from './drop-entries'
import { getOpenDraft, keyOf } from './open-draft'
import { addEvent, type DraftRow, findDraft, lockDraft } from './queries-drafts'
import { findEntries, type KeptEntry, putEntries, type ShownEntry, setEntryPhotos } from './queries-entries'
import { findUnit } from './queries-units'
import { badFigures, computedFigures, inReview, noSuchDraft, noSuchEntry, noSuchUnit, sampleMissing, unknownVeto } from './refusals'
import { boardFor, isComputed } from './rules-edition'
import { readFigures } from './rules-figure'

export type EntryBody = BodyOf<(typeof boardStaffCalls)['PUT /boards/:code/drafts/:period/entries/:unitCode']>

/** Where an entry goes. */
export interface Place {
  readonly board: BoardFacts
  readonly period: string
  readonly unitCode: string
}

/**
 * Writes a unit's figures into the period's draft, in place of those it has there. Throws 404 when the board does not rank the unit, 422
 * with every figure that is none, 409 while somebody reviews them.
 */
export async function enter(tx: Db, staff: Staff, { board, period, unitCode }: Place, body: EntryBody): Promise<DraftRow> {
  if (!(await findUnit(tx, board, unitCode))) throw noSuchUnit()
  const draft = await getOpenDraft(tx, staff, board, period)
  const [before] = await findEntries(tx, draft, unitCode)
  const figures = isComputed(board, period) ? keptFigures(body, before) : writtenFigures(boardFor(board, period), body)
  const entry = { unitCode, ...figures, ...wordsOf(boardFor(board, period), body) }
  await putEntries(tx, draft, [entry], staff.personId, staff.now)
  if (body.photoIds) await changePhotos(tx, staff, draft, unitCode, before?.photos.map(({ id }) => id) ?? [], body.photoIds)
  await addEvent(tx, draft, { kind: 'entered', actorId: staff.personId, unitCode }, staff.now)
  return (await findDraft(tx, keyOf(board, period), staff.personId)) as DraftRow
}

/** Takes a unit's figures out of a draft. Throws 404 when it has none there, 409 while somebody reviews them. */
export async function removeEntry(tx: Db, staff: Staff, { board, period, unitCode }: Place): Promise<DraftRow> {
  const key = keyOf(board, period)
  const draft = await lockDraft(tx, key, staff.personId)
  if (!draft) throw noSuchDraft()
  if (draft.state === 'in_review') throw inReview()
  const [before] = await findEntries(tx, draft, unitCode)
  if (!before) throw noSuchEntry()
  await dropEntries(tx, draft, [before])
  await addEvent(tx, draft, { kind: 'removed', actorId: staff.personId, unitCode }, staff.now)
  return (await findDraft(tx, key, staff.personId)) as DraftRow
}

/** Of a computed period only the words beside the figures are written. */
function keptFigures(body: EntryBody, before: ShownEntry | undefined): Pick<KeptEntry, 'figures' | 'sample'> {
  if (Object.keys(body.figures).length > 0 || typeof body.sample === 'number') throw computedFigures()
  return { figures: before?.figures ?? {}, sample: before?.sample ?? null }
}

function writtenFigures(board: BoardFacts, { figures: written, sample = null }: EntryBody): Pick<KeptEntry, 'figures' | 'sample'> {
  const { figures, faults } = readFigures(board, written)
  if (faults.length > 0) throw badFigures(faults.map(({ key, message }) => ({ path: `body/figures/${key}`, message })))
  if (sample === null && board.minimumSample > 0) throw sampleMissing(board.minimumSample)
  return { figures, sample }
}

function wordsOf(board: BoardFacts, { vetoes = [], reason, note }: EntryBody): Pick<KeptEntry, 'vetoes' | 'reason' | 'note'> {
  if (vetoes.some((key) => !board.vetoes.some((veto) => veto.key === key))) throw unknownVeto()
  return { vetoes, reason: wordsOrNull(reason), note: wordsOrNull(note) }
}

/** Shows these pictures: those that stay, and new ones of the writer; the others are given up. */
async function changePhotos(
  tx: Db,
  { personId, now }: Staff,
  draft: DraftRow,
  unitCode: string,
  had: readonly string[],
  wanted: readonly string[],
) {
  const added = wanted.filter((id) => !had.includes(id))
  await takePhotos(tx, personId, added, 'board', now)
  await setEntryPhotos(tx, draft, unitCode, wanted)
  await giveUpPhotos(
    tx,
    had.filter((id) => !wanted.includes(id)),
  )
}
