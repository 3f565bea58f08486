import type { BoardFacts, UnitPage } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { PhotoSigner } from '../../shared/photos'
import { asStored } from '../../shared/shanghai'
import { getRanking } from './access'
import { appealOf } from './appeal-view'
import type { Tools } from './board-page'
import { editionOf } from './edition-view'
import { type Placing, rowOf } from './page-view'
import { findPeriods } from './queries-out'
import { findLine, type UnitOut, type WantedUnit } from './queries-unit-page'
import { noSuchPeriod, noSuchUnit } from './refusals'
import { aboveOf, distanceOf, livePeriods, newestFirst } from './rules-shown'

export interface UnitTools extends Tools {
  readonly signer: PhotoSigner
}

/** Moments in JSON are not written as the database's others. */
const moment = (text: string) => asStored(new Date(text).toISOString())

/** Where a unit stands in a period that is out. */
export function unitPageOf(out: UnitOut, now: Date, { codes, live: _, signer }: UnitTools): UnitPage {
  const revisions = out.revisions.map((one) => ({ ...one, publishedAt: moment(one.publishedAt) }))
  const board = (revisions[0] as (typeof revisions)[number]).definition
  const appeals = out.appeals.map((one) => ({ ...one, at: moment(one.at), answeredAt: one.answeredAt && moment(one.answeredAt) }))
  return {
    board,
    edition: editionOf(revisions, codes),
    periods: newestFirst([...out.periods, ...livePeriods(board, now)]),
    unit: rowOf(out.row, board, codes),
    ...whyOf(board, out.row, out.entry),
    note: out.entry?.note ?? null,
    evidence: out.photos.map((photo) => signer.photo(photo, now)),
    next: nextOf(board, out.row, out.above ?? undefined),
    neighbours: out.neighbours.map((row) => rowOf(row, board, codes)),
    line: [...out.line],
    appeals: appeals.map((one) => appealOf(one, signer, now)),
  }
}

/** Where a unit stands in the running period of a live board. Throws 404 when no such period runs, or the unit is none of the board's. */
export async function liveUnitPage(
  db: Db,
  townCode: string,
  { code, period }: { readonly code: string; readonly period: string | undefined },
  unit: WantedUnit,
  now: Date,
  { codes, live }: UnitTools,
): Promise<UnitPage> {
  const board = await getRanking(db, townCode, code)
  if (period === undefined || !livePeriods(board, now).includes(period)) throw noSuchPeriod()
  const { edition, entries, rows } = await live.count(db, board, period, now)
  const unitCode = board.unitKind === 'person' ? unit.personId : unit.code
  const at = rows.findIndex((row) => row.unitCode === unitCode)
  const row = rows[at]
  if (!row) throw noSuchUnit()
  const { rank, score } = row
  return {
    ...{ board, edition, unit: rowOf(row, board, codes) },
    periods: newestFirst([...(await findPeriods(db, townCode, code)), ...livePeriods(board, now)]),
    ...whyOf(board, row, entries.find((entry) => entry.unitCode === row.unitCode) ?? null),
    ...{ note: null, evidence: [], appeals: [] },
    next: nextOf(board, row, aboveOf(rows, row)),
    neighbours: rows.slice(Math.max(0, at - 2), at + 3).map((one) => rowOf(one, board, codes)),
    line: [...(await findLine(db, board, period, row.unitCode)), { period, rank, score, ranked: edition.ranked }].slice(-12),
  }
}

/** What the score is made of. */
function whyOf(board: BoardFacts, { adds }: Placing, entry: Pick<NonNullable<UnitOut['entry']>, 'figures' | 'sample' | 'vetoes'> | null) {
  return {
    parts: board.parts.map((part) => ({ ...part, figure: entry?.figures[part.key] ?? null, adds: adds[part.key] ?? null })),
    sample: entry?.sample ?? null,
    vetoes: board.vetoes.filter(({ key }) => entry?.vetoes.includes(key)).map(({ name }) => name),
  }
}

const nextOf = (board: BoardFacts, row: Placing, above: Placing | undefined): UnitPage['next'] =>
  above ? { rank: above.rank as number, name: above.name, distance: distanceOf(board, row, above) } : null
