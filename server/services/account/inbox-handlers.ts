import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import type { AccountHandlers } from './handlers'
import { countUnread, findMessages, markRead } from './inbox-queries'

/** Messages to the person. */
export function inboxHandlers(): Pick<AccountHandlers, 'GET /inbox' | 'POST /inbox/read'> {
  return {
    'GET /inbox': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const messages = await findMessages(db, person.personId, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const page = pageOf(messages, limit, (message) => encodeCursor(message.createdAt, message.id))
      return { ...page, unreadCount: await countUnread(db, person.personId) }
    },
    'POST /inbox/read': ({ person, body, now, write }) =>
      write(async (tx) => {
        await markRead(tx, now, person.personId, body.ids ?? null)
        return { unreadCount: await countUnread(tx, person.personId) }
      }),
  }
}
