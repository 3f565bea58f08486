import type { Static } from 'typebox'
import type { ReportCard, reportCalls, scopes } from '../../../contract/report'
import type { Db } from '../../database/connect'
import { conflict, roleMissing } from '../../errors'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { distance, type Point, parseNear } from '../../shared/geo'
import { shanghaiDay, startOfDay } from '../../shared/shanghai'
import type { CardRow } from './queries'
import { findFollowed, findInArea, findMine, findRound, type Listed, type PlacedRow } from './queries-lists'
import { findWorklist } from './queries-worklist'
import { handlesMatters, reachOf } from './sight'
import { cardOf, type Reader } from './view'

export interface Lists {
  readonly db: Db
  readonly query: Static<(typeof reportCalls)['GET /reports']['query']>
  readonly reader: Reader
}
interface CardPage {
  items: ReportCard[]
  nextCursor: string | null
}

/** Round a place means so many metres. */
const roundMetres = 1000

const lists: Readonly<Record<(typeof scopes)[number], (asked: Lists) => Promise<CardPage>>> = {
  mine: async ({ db, query, reader }) => {
    const rows = await findMine(db, reader.person, query.open, listed(query))
    return page(rows, query, reader, (row) => row.createdAt)
  },
  near: async ({ db, query, reader }) => {
    if (!reader.person.townCode) throw conflict('account-town-needed', '请先选择您住的居民区。')
    if (query.near) return roundPage(parseNear(query.near), { db, query, reader })
    const rows = await findInArea(db, reader.person, query.areaCode, query.open, listed(query))
    return page(rows, query, reader, (row) => row.createdAt)
  },
  worklist: async ({ db, query, reader }) => {
    if (!handlesMatters(reachOf(reader.person))) throw roleMissing()
    const { shelf = 'todo' } = query
    const rows = await findWorklist(db, reader.person, shelf, startOfDay(shanghaiDay(reader.now)), listed(query))
    return page(rows, query, reader, (row) => (shelf === 'done' ? row.endedAt : row.clockAt) as string)
  },
  followed: async ({ db, query, reader }) => {
    const rows = await findFollowed(db, reader.person, listed(query))
    return page(rows, query, reader, (row) => row.followedAt)
  },
}

/** One page of one of the lists. */
export const listOf = (scope: keyof typeof lists, asked: Lists): Promise<CardPage> => lists[scope](asked)

const listed = ({ group, cursor, limit = 20 }: Lists['query']): Listed => ({ group, limit, after: decodeCursor(cursor, 'moment', 'id') })

function page<T extends CardRow>(rows: readonly T[], query: Lists['query'], reader: Reader, at: (row: T) => string): CardPage {
  const { items, nextCursor } = pageOf(rows, query.limit ?? 20, (row) => encodeCursor(at(row), row.id))
  return { items: items.map((row) => cardOf(row, reader)), nextCursor }
}

/** Squares are not round: a quarter of their rows lies outside, so more are read than shown, and the cursor stands at the last one looked at. */
async function roundPage(place: Point, { db, query, reader }: Lists): Promise<CardPage> {
  const { limit, ...rest } = listed(query)
  const enough = Math.ceil(limit * 1.5) + 1
  const rows = await findRound(db, reader.person, place, roundMetres, query.open, { ...rest, limit: enough })
  const inside = rows.filter(
    ({ placeLng: lng, placeLat: lat }) => lng !== null && lat !== null && distance(place, { lng, lat }) <= roundMetres,
  )
  const shown = inside.slice(0, limit)
  const last: PlacedRow | undefined = inside.length > limit ? shown.at(-1) : rows.length === enough ? rows.at(-1) : undefined
  return { items: shown.map((row) => cardOf(row, reader)), nextCursor: last ? encodeCursor(last.createdAt, last.id) : null }
}
