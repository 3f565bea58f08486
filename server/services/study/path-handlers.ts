import type { Foundation } from '../../foundation'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { shanghaiDay } from '../../shared/shanghai'
import { findLines, findPath, sumPoints } from './queries-path'
import { streakOf } from './reward'
import type { StudyHandlers } from './routes'
import { createShareCode } from './share-code'

type PathCalls = 'GET /study/path' | 'GET /study/share-code' | 'GET /study/points'

/** What somebody sees of their own study. */
export function pathHandlers(foundation: Foundation): Pick<StudyHandlers, PathCalls> {
  const shareCode = createShareCode(foundation)
  return {
    'GET /study/path': async ({ db, person, query, now }) => {
      const month = query.month ?? shanghaiDay(now).slice(0, 7)
      const { days, lastTown, ...path } = await findPath(db, person.personId, person.townCode)
      const { streak, longest } = await streakOf(db, { days, lastTown }, now)
      return { month, days: days.filter((day) => day.startsWith(month)), streak, longestStreak: longest, ...path }
    },
    'GET /study/share-code': async () => ({ picture: await shareCode() }),
    'GET /study/points': async ({ db, person, query }) => {
      const { limit = 20 } = query
      const rows = await findLines(db, person.personId, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map(({ id, ...line }) => line), nextCursor, total: await sumPoints(db, person.personId) }
    },
  }
}
