import type { BoardFacts, BoardPage, boardReadCalls, RankedKind } from '../../../contract/board'
import type { QueryOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { readSearch } from '../../shared/search'
import { getRanking } from './access'
import { editionOf } from './edition-view'
import type { LiveBoards } from './live'
import { type Placing, rowOf } from './page-view'
import { findRevisions, type PublishedEdition } from './queries-editions'
import { findPeriods, type Stamp } from './queries-out'
import { findRows } from './queries-rows'
import { noSuchPeriod } from './refusals'
import { isNamed, livePeriods, newestFirst } from './rules-shown'
import type { UnitCodes } from './unit-code'

export interface Reading {
  readonly code: string
  readonly query: Pick<QueryOf<(typeof boardReadCalls)['GET /boards/:code']>, 'period' | 'q' | 'cursor' | 'limit'>
  readonly now: Date
}

export interface Tools {
  readonly codes: UnitCodes
  readonly live: LiveBoards
}

/** A page of a board: of the edition of the stamp, or of the running period of a live board. Throws 404 when the period is neither. */
export async function boardPage(db: Db, stamp: Stamp, reading: Reading, tools: Tools): Promise<BoardPage> {
  const { code, query, now } = reading
  const board = await getRanking(db, stamp.townCode, code)
  const running = livePeriods(board, now)
  const periods = newestFirst([...(await findPeriods(db, stamp.townCode, code)), ...running])
  if (stamp.editionId !== null) return { ...(await publishedPage(db, stamp, reading, tools)), periods }
  if (query.period === undefined) return { board, edition: null, periods, items: [], nextCursor: null }
  if (!running.includes(query.period)) throw noSuchPeriod()
  const { edition, rows } = await tools.live.count(db, board, query.period, now)
  return { board, edition, periods, ...partOf(rows, board, reading, tools) }
}

async function publishedPage(db: Db, { townCode, editionId, period }: Stamp, reading: Reading, tools: Tools) {
  const revisions = await findRevisions(db, townCode, reading.code, period as string)
  const board = (revisions[0] as PublishedEdition).definition
  const edition = {
    ...{ townCode, boardCode: reading.code, id: editionId as string, period: period as string },
    unitKind: board.unitKind as RankedKind,
  }
  const shown = { board, edition: editionOf(revisions, tools.codes) }
  // Names of persons are none of the edition: what is looked for is looked for in what shows of them.
  if (edition.unitKind === 'person') return { ...shown, ...partOf(await findRows(db, edition), board, reading, tools) }
  const { after, limit, search } = wantedPart(reading)
  return { ...shown, ...itemsOf(await findRows(db, edition, { after, limit }, search), limit, board, tools) }
}

function wantedPart({ query: { cursor, limit = 100, q = '' } }: Reading) {
  const [after] = decodeCursor(cursor, 'number') ?? [0]
  return { after, limit, search: readSearch(q) }
}

/** The part of all rows that is asked for. */
function partOf(rows: readonly Placing[], board: BoardFacts, reading: Reading, tools: Tools) {
  const { after, limit, search } = wantedPart(reading)
  const found = rows.filter(({ position, name }) => position > after && isNamed(name, search))
  return itemsOf(found.slice(0, limit + 1), limit, board, tools)
}

function itemsOf(rows: readonly Placing[], limit: number, board: BoardFacts, { codes }: Tools) {
  const { items, nextCursor } = pageOf(rows, limit, ({ position }) => encodeCursor(position))
  return { items: items.map((row) => rowOf(row, board, codes)), nextCursor }
}

/** All that a page hangs on that is sent as it was; undefined where names of persons, the records or somebody's words are in it. */
export function keyOf({ townCode, version, unitKind, editionId, isLive, out, appeals }: Stamp, { code, query, now }: Reading) {
  if (editionId === null || unitKind === 'person' || query.q) return undefined
  // Which periods run changes with the hour at most.
  const hour = isLive ? now.toISOString().slice(0, 13) : ''
  return [townCode, code, version, editionId, out, appeals, hour, query.cursor, query.limit].join(' ')
}
