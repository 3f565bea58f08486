import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { shanghaiDay, startOfDay } from '../../shared/shanghai'
import { dayAfter } from '../../shared/times'
import { branchesOf, getBranch } from './access'
import { findMonth, type MonthSpan } from './queries-month'
import { monthAhead } from './refusals'
import type { BranchHandlers } from './routes'

/** Branches in sight, and their months. */
export function monthHandlers(): Pick<BranchHandlers, 'GET /branches' | 'GET /branch/months'> {
  return {
    'GET /branches': async ({ db, person }) => ({
      items: (await branchesOf(db, person)).map(({ code, name, mine }) => ({ code, name, mine })),
    }),
    'GET /branch/months': async ({ db, person, query, now }) => {
      const { limit = 20, month = shanghaiDay(now).slice(0, 7) } = query
      if (month > shanghaiDay(now).slice(0, 7)) throw monthAhead()
      const seen = await getBranch(db, person, query.branch)
      const { totals, items } = await findMonth(db, seen, spanOf(month), decodeCursor(query.cursor, 'text', 'id'), limit)
      const { code, name, mine } = seen
      // Who they are, the secretary knows; the town needs the sums.
      const page = mine
        ? pageOf(items, limit, ({ nickname, personId }) => encodeCursor(nickname, personId))
        : { items: [], nextCursor: null }
      return { branch: { code, name, mine }, month, totals, ...page }
    },
  }
}

function spanOf(month: string): MonthSpan {
  const first = `${month}-01`
  const next = `${dayAfter(first, 31).slice(0, 7)}-01`
  return { month, first, last: dayAfter(next, -1), from: startOfDay(first).toISOString(), to: startOfDay(next).toISOString() }
}
