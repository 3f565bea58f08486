import type { DraftPage } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import type { PhotoSigner } from '../../shared/photos'
import { draftOf, draftRowOf } from './draft-view'
import { findAppealed } from './queries-appeals'
import type { DraftRow } from './queries-drafts'
import { findPlaces, findPublished } from './queries-editions'
import { findShownNames } from './queries-units'
import { type RankedDraft, rankDraft } from './rank-draft'
import type { UnitCodes } from './unit-code'

export interface Shown {
  readonly cursor?: string
  readonly limit?: number
  readonly codes: UnitCodes
  readonly signer: PhotoSigner
  readonly now: Date
}

/** A page of a draft as it would come out. */
export async function showDraft(db: Db, draft: DraftRow, shown: Shown): Promise<DraftPage> {
  const ranked = await rankDraft(db, draft)
  const { board, digest } = ranked
  return { draft: draftOf(draft), board, digest, ...(await showRows(db, ranked, draft.period, shown)) }
}

/** A page of ranked rows, with what stands beside them and where each unit stands in what is out for the period. */
export async function showRows(
  db: Db,
  { board, entries, rows }: Omit<RankedDraft, 'digest'>,
  period: string,
  { cursor, limit = 20, ...tools }: Shown,
): Promise<Pick<DraftPage, 'items' | 'nextCursor'>> {
  const { townCode, code } = board
  const [after] = decodeCursor(cursor, 'number') ?? [0]
  const { items, nextCursor } = pageOf(rows.slice(after), limit, ({ position }) => encodeCursor(position))
  const published = await findPublished(db, townCode, code, period)
  const places = published ? await findPlaces(db, townCode, published.id) : []
  const beside = {
    ...{ board, ...tools },
    entries: new Map(entries.map((entry) => [entry.unitCode, entry])),
    places: new Map(places.map(({ unitCode, rank, score }) => [unitCode, { rank, score }])),
    appealed: await findAppealed(db, townCode, code, period),
    names:
      board.unitKind === 'person'
        ? await findShownNames(
            db,
            items.map(({ unitCode }) => unitCode),
          )
        : new Map<string, string>(),
  }
  return { items: items.map((row) => draftRowOf(row, beside)), nextCursor }
}
