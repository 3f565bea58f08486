import type { Appeal, AppealCase } from '../../../contract/board'
import type { PhotoSigner } from '../../shared/photos'
import type { AppealRow } from './queries-appeals'
import type { UnitCodes } from './unit-code'

/** What somebody said of a unit's figures, and the answer. */
export type ShownAppeal = Pick<AppealRow, 'id' | 'text' | 'photos' | 'at' | 'state' | 'answer' | 'answeredAt'>

export function appealOf({ id, text, photos, at, state, answer, answeredAt }: ShownAppeal, signer: PhotoSigner, now: Date): Appeal {
  return { ...{ id, text, at, state, answer, answeredAt }, photos: photos.map((photo) => signer.photo(photo, now)) }
}

export function appealCaseOf(row: AppealRow, codes: UnitCodes, signer: PhotoSigner, now: Date): AppealCase {
  const { boardCode, boardName, unitKind, period, unitCode, unitName, rank, score, by } = row
  return {
    ...appealOf(row, signer, now),
    ...{ boardCode, boardName, period, unitName, rank, score, by, unitCode: codes.outward(unitKind, unitCode) },
  }
}
