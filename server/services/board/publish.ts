import type { BoardFacts, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { tellEach } from '../../shared/inbox'
import type { Staff } from './access'
import { publishedLetters } from './letters'
import { keyOf } from './open-draft'
import { addEvent, type DraftRow, lockDraft } from './queries-drafts'
import { findPlaces, findPublished } from './queries-editions'
import { findFollowers, insertRows, setPublished } from './queries-publish'
import { type RankedDraft, rankDraft } from './rank-draft'
import { draftChanged, isPublished, noSuchDraft, notInReview, ownDraft, reasonMissing } from './refusals'
import { changesOf } from './rules-changes'
import { unexplained } from './rules-edition'
import type { UnitCodes } from './unit-code'

/**
 * Publishes what was reviewed and tells those who follow its units. Throws 409 when it is out already, not handed in, or not what was seen
 * any more; 403 when the publisher has put figures into it or handed it in; 422 when somebody came onto the black list meanwhile.
 */
export async function publish(
  tx: Db,
  staff: Staff,
  board: BoardFacts,
  seen: { period: string; digest: string },
  codes: UnitCodes,
): Promise<void> {
  const { personId, townCode, now } = staff
  const draft = await lockDraft(tx, keyOf(board, seen.period), personId)
  const before = await findPublished(tx, townCode, board.code, seen.period)
  if (!draft) throw before ? isPublished() : noSuchDraft()
  if (draft.state !== 'in_review') throw notInReview()
  if (draft.own) throw ownDraft()
  const ranked = await rankDraft(tx, draft)
  if (ranked.digest !== seen.digest) throw draftChanged()
  const black = unexplained(ranked.rows)
  if (black.length > 0) throw reasonMissing(black)
  const changes = before ? changesOf(await findPlaces(tx, townCode, before.id), ranked.rows) : null
  const count = ranked.rows.filter(({ standing }) => standing === 'ranked').length
  await insertRows(tx, draft, ranked.rows)
  await setPublished(tx, draft, { personId, digest: ranked.digest, ranked: count, apart: ranked.rows.length - count, changes }, now)
  await addEvent(tx, draft, { kind: 'published', actorId: personId }, now)
  await tellFollowers(tx, draft, ranked, changes && new Set(changes.map(({ unitCode }) => unitCode)), codes, now)
}

/** Of a correction, only those hear whose units it changes. */
async function tellFollowers(
  tx: Db,
  { townCode, period, revision }: DraftRow,
  { board, rows }: RankedDraft,
  changed: ReadonlySet<string> | null,
  codes: UnitCodes,
  now: Date,
): Promise<void> {
  const told = rows.filter(({ unitCode }) => changed?.has(unitCode) ?? true)
  const byCode = new Map(told.map((row) => [row.unitCode, row]))
  const kind = board.unitKind as RankedKind
  const followers = await findFollowers(tx, townCode, kind, [...byCode.keys()])
  await tellEach(
    tx,
    now,
    publishedLetters({ board, period, revision }, byCode, followers, (code) => codes.outward(kind, code)),
  )
}
