import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { wordsOrNull } from '../../shared/text'
import { decide, sightOf, takeDown } from './decide'
import { findHanging, findQueue } from './queries-review'
import type { MailboxHandlers } from './routes'

type ReviewCalls = 'GET /mailbox/queue' | 'GET /mailbox/hanging' | `POST /mailbox/cards/:id/${'decisions' | 'takedowns'}`

/** What hosts and editors do with cards before everybody sees them, and with those that had better not hang there. */
export function reviewHandlers(): Pick<MailboxHandlers, ReviewCalls> {
  return {
    'GET /mailbox/queue': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const rows = await findQueue(db, sightOf(person), decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map(({ at, ...card }) => card), nextCursor }
    },
    'GET /mailbox/hanging': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const rows = await findHanging(db, sightOf(person), decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map(({ at, ...card }) => card), nextCursor }
    },
    'POST /mailbox/cards/:id/takedowns': ({ person, params, body, now, write }) =>
      write((tx) => takeDown(tx, person, params.id, wordsOrNull(body.word), now)),
    'POST /mailbox/cards/:id/decisions': ({ person, params, body, now, write }) =>
      write((tx) => decide(tx, person, params.id, { shows: body.shows, word: wordsOrNull(body.word) }, now)),
  }
}
