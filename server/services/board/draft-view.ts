import type { BoardFacts, Draft, DraftRow as ShownRow } from '../../../contract/board'
import type { PhotoSigner } from '../../shared/photos'
import type { DraftRow } from './queries-drafts'
import type { ShownEntry } from './queries-entries'
import type { Before, RankedRow } from './rules-rank'
import type { UnitCodes } from './unit-code'

export function draftOf(row: DraftRow): Draft {
  const { boardCode, boardName, period, revision, state, units, changedAt, submittedBy, reason, note, own } = row
  return { boardCode, boardName, period, revision, state, units, changedAt, submittedBy, reason, note, own }
}

/** What stands beside the rows of a draft, each by the unit's own code. */
export interface Beside {
  readonly board: BoardFacts
  readonly entries: ReadonlyMap<string, Partial<ShownEntry>>
  /** What is out for the period. */
  readonly places: ReadonlyMap<string, Before>
  readonly appealed: ReadonlySet<string>
  /** Of persons who let theirs show. */
  readonly names: ReadonlyMap<string, string>
  readonly codes: UnitCodes
  readonly signer: PhotoSigner
  readonly now: Date
}

export function draftRowOf({ position: _, adds: __, ...row }: RankedRow, beside: Beside): ShownRow {
  const { figures = {}, sample = null, vetoes = [], note = null, photos = [] } = beside.entries.get(row.unitCode) ?? {}
  return {
    ...row,
    unitCode: beside.codes.outward(beside.board.unitKind, row.unitCode),
    name: beside.names.get(row.unitCode) ?? row.name,
    appealed: beside.appealed.has(row.unitCode),
    ...{ figures, sample, note, vetoes: [...vetoes] },
    photos: photos.map((photo) => beside.signer.photo(photo, beside.now)),
    before: beside.places.get(row.unitCode) ?? null,
  }
}
