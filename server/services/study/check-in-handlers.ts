import type { Foundation } from '../../foundation'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { getSite, sightOf } from './access'
import { amend } from './amend'
import { checkIn, resultOf } from './check-in'
import { decide } from './decide'
import { findDoubtful, findMine } from './queries-lists'
import type { StudyHandlers } from './routes'
import { attemptOf, printOf } from './scan'
import type { StudyCodes } from './study-code'
import { checkInOf, doubtfulOf } from './view'

type CheckInCalls = Extract<keyof StudyHandlers, `${string} /check-ins${string}`>

/** Checking in, and deciding on what is doubtful. */
export function checkInHandlers({ photoSigner: signer }: Foundation, codes: StudyCodes): Pick<StudyHandlers, CheckInCalls> {
  return {
    'POST /check-ins': ({ person, body, now, write }) =>
      write(async (tx) => {
        const attempt = await attemptOf(tx, codes, body, person, now)
        return resultOf(await checkIn(tx, attempt, now), attempt.site, signer, now)
      }, printOf(body)),
    'PATCH /check-ins/:id': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const done = await amend(tx, person.personId, params.id, body, now)
        return resultOf(done, await getSite(tx, done.row.siteId, now), signer, now)
      }),
    'GET /check-ins': async ({ db, person, query, now }) => {
      const { limit = 20 } = query
      const rows = await findMine(db, person.personId, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map((row) => checkInOf(row, signer, now)), nextCursor }
    },
    'GET /check-ins/doubtful': async ({ db, person, query, now }) => {
      const { limit = 20 } = query
      const rows = await findDoubtful(db, sightOf(person), decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ at, id }) => encodeCursor(at, id))
      return { items: items.map((row) => doubtfulOf(row, signer, now)), nextCursor }
    },
    'POST /check-ins/:id/decisions': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const verdict = { counts: body.counts, note: body.note?.trim() ?? null }
        return doubtfulOf(await decide(tx, person, params.id, verdict, now), signer, now)
      }),
  }
}
