import { placeCalls } from '../../../contract/place'
import { notFound, unfit } from '../../errors'
import type { Service } from '../../foundation'
import { serve } from '../../serve'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { parseNear } from '../../shared/geo'
import { readSearch } from '../../shared/search'
import { findAreas, findCompounds, findCompoundsOf, findTowns, findUnits, hasCompound, type Looked } from './queries'

/** Towns, residential areas, compounds, and who serves them. */
export const place: Service = {
  register(app, foundation) {
    serve(app, foundation, placeCalls, {
      'GET /towns': async ({ db }) => ({ items: await findTowns(db) }),
      'GET /areas': async ({ db, query }) => {
        const looked = read(query)
        return page(await findAreas(db, query.town ?? null, looked), looked)
      },
      'GET /areas/:code/compounds': async ({ db, params }) => {
        const items = await findCompoundsOf(db, params.code)
        if (!items) throw notFound('place-area-unknown', '没有这个居民区。')
        return { items }
      },
      'GET /compounds': async ({ db, person, query }) => {
        const looked = read(query)
        // Who has not chosen a home yet has no town, and so no compounds.
        return person.townCode ? page(await findCompounds(db, person.townCode, looked), looked) : { items: [], nextCursor: null }
      },
      'GET /units': async ({ db, person, query }) => {
        const townCode = person.townCode as string
        if (query.compoundCode && !(await hasCompound(db, townCode, query.compoundCode))) {
          throw unfit('place-compound-unknown', '本街镇没有这个小区。', 'query/compoundCode')
        }
        return { items: await findUnits(db, townCode, query.kind ?? null, query.compoundCode ?? null) }
      },
    })
  },
}

function read(query: { q?: string; near?: string; cursor?: string; limit?: number }): Looked {
  return {
    search: readSearch(query.q ?? ''),
    near: query.near ? parseNear(query.near) : undefined,
    after: decodeCursor(query.cursor, 'number', 'text'),
    limit: query.limit ?? 20,
  }
}

function page<T extends { readonly order: number; readonly code: string }>(rows: readonly T[], looked: Looked) {
  const { items, nextCursor } = pageOf(rows, looked.limit, (row) => encodeCursor(row.order, row.code))
  return { items: items.map(({ order, ...item }) => item), nextCursor }
}
