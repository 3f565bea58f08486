import type { DraftPage } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import type { PhotoSigner } from '../../shared/photos'
import { draftOf, draftRowOf } from './draft-view'
import { findAppealed } from './queries-appeals'
import type { DraftRow } from './queries-drafts'
import { findPlaces, findPublished } from './queries-editions'
import { findShownNames } from './queries-units'
import { rankDraft } from './rank-draft'
import type { UnitCodes } from './unit-code'

export interface Shown {
  readonly cursor?: string
  readonly limit?: number
  readonly codes: UnitCodes
  readonly signer: PhotoSigner
  readonly now: Date
}

/** A page of a draft as it would come out. */
export async function showDraft(db: Db, draft: DraftRow, { cursor, limit = 20, ...tools }: Shown): Promise<DraftPage> {
  const { townCode, boardCode, period } = draft
  const [after] = decodeCursor(cursor, 'number') ?? [0]
  const { board, entries, rows, digest } = await rankDraft(db, draft)
  const { items, nextCursor } = pageOf(rows.slice(after), limit, ({ position }) => encodeCursor(position))
  const published = await findPublished(db, townCode, boardCode, period)
  const places = published ? await findPlaces(db, townCode, published.id) : []
  const beside = {
    ...{ board, ...tools },
    entries: new Map(entries.map((entry) => [entry.unitCode, entry])),
    places: new Map(places.map(({ unitCode, rank, score }) => [unitCode, { rank, score }])),
    appealed: await findAppealed(db, townCode, boardCode, period),
    names:
      board.unitKind === 'person'
        ? await findShownNames(
            db,
            items.map(({ unitCode }) => unitCode),
          )
        : new Map<string, string>(),
  }
  return { draft: draftOf(draft), board, digest, items: items.map((row) => draftRowOf(row, beside)), nextCursor }
}
