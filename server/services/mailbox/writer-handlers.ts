import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { shanghaiDay } from '../../shared/shanghai'
import { findMine, findPlaces, findWall, takeBack } from './queries'
import { noSuchCard } from './refusals'
import type { MailboxHandlers } from './routes'
import { writeCard } from './write'

type WriterCalls = 'GET /mailbox/cards' | 'POST /mailbox/cards' | 'DELETE /mailbox/cards/:id' | 'GET /mailbox/mine' | 'GET /mailbox/places'

/** The wall, and what somebody writes for it. */
export function writerHandlers(): Pick<MailboxHandlers, WriterCalls> {
  return {
    'GET /mailbox/cards': async ({ db, query }) => {
      const { town, limit = 20 } = query
      const rows = await findWall(db, town, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map(({ at, ...card }) => card), nextCursor }
    },
    'POST /mailbox/cards': ({ person, body, now, write }) => write((tx) => writeCard(tx, person.personId, body, now)),
    'DELETE /mailbox/cards/:id': ({ person, params, write }) =>
      write(async (tx) => {
        if (!(await takeBack(tx, person.personId, params.id))) throw noSuchCard()
        return null
      }),
    'GET /mailbox/mine': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const rows = await findMine(db, person.personId, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map(({ at, ...card }) => card), nextCursor }
    },
    'GET /mailbox/places': async ({ db, person, now }) => {
      const places = await findPlaces(db, person.personId, shanghaiDay(now))
      return { items: places.map(({ townCode, ...place }) => place) }
    },
  }
}
