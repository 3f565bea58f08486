import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { wordsOrNull } from '../../shared/text'
import { decide, sightOf } from './decide'
import { findQueue } from './queries-review'
import type { MailboxHandlers } from './routes'

/** What hosts and editors do with cards before everybody sees them. */
export function reviewHandlers(): Pick<MailboxHandlers, 'GET /mailbox/queue' | 'POST /mailbox/cards/:id/decisions'> {
  return {
    'GET /mailbox/queue': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const rows = await findQueue(db, sightOf(person), decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map(({ at, ...card }) => card), nextCursor }
    },
    'POST /mailbox/cards/:id/decisions': ({ person, params, body, now, write }) =>
      write((tx) => decide(tx, person, params.id, { shows: body.shows, word: wordsOrNull(body.word) }, now)),
  }
}
