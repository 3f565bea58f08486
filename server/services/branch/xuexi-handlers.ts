import { createHash } from 'node:crypto'
import type { Foundation } from '../../foundation'
import { withUpload } from '../../plugins/uploads'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { shanghaiDay } from '../../shared/shanghai'
import { getOwnBranch, memberBranch } from './access'
import { decide } from './decide'
import { importTotals } from './import-totals'
import { findOwn, findWaiting } from './queries-xuexi'
import { monthClosed } from './refusals'
import type { BranchHandlers } from './routes'
import { boundsOf, openMonths } from './rules-xuexi'
import { say } from './say'
import { readTotalFile } from './total-file'
import { totalOf, waitingOf } from './view'

type XuexiCalls = Extract<keyof BranchHandlers, `${string} /branch/xuexi${string}`>

/** 学习强国 totals: said by members, confirmed by their secretary. */
export function xuexiHandlers({ photoSigner: signer }: Foundation): Pick<BranchHandlers, XuexiCalls> {
  return {
    'GET /branch/xuexi': async ({ db, person, query, now }) => {
      const { limit = 20 } = query
      const branch = await getOwnBranch(db, person, query.branch)
      const rows = await findWaiting(db, branch, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ saidAt, id }) => encodeCursor(saidAt, id))
      return { items: items.map((row) => waitingOf(row, person.personId, signer, now)), nextCursor }
    },
    'GET /branch/xuexi/mine': async ({ db, person, now }) => {
      const { name, townCode } = memberBranch(person)
      const own = await findOwn(db, townCode, person.personId)
      const months = openMonths(shanghaiDay(now)).map((month) => ({ month, atLeast: boundsOf(own, month).least }))
      return { branchName: name, months, items: own.map((row) => totalOf(row, signer, now)) }
    },
    'POST /branch/xuexi': ({ person, body, now, write }) => write(async (tx) => totalOf(await say(tx, person, body, now), signer, now)),
    'POST /branch/xuexi/:id/decisions': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const verdict = { confirmed: body.confirmed, total: body.total, note: body.note?.trim() || null }
        return waitingOf(await decide(tx, person, params.id, verdict, now), person.personId, signer, now)
      }),
    'POST /branch/xuexi/imports': async ({ db, person, query, now, request, write }) => {
      const branch = await getOwnBranch(db, person, query.branch)
      if (!openMonths(shanghaiDay(now)).includes(query.month)) throw monthClosed('query/month')
      const { rows, fingerprint } = await withUpload(request, async (bytes) => ({
        rows: await readTotalFile(bytes),
        fingerprint: createHash('sha256').update(bytes).digest('hex'),
      }))
      const job = { branch, month: query.month, secretaryId: person.personId }
      return write((tx) => importTotals(tx, job, rows, now), fingerprint)
    },
  }
}
