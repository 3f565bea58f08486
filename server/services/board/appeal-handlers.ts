import type { Foundation } from '../../foundation'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { getRanking, readTown, staffOf } from './access'
import { answer, appeal } from './appeal'
import { appealCaseOf, appealOf } from './appeal-view'
import { findAppeals } from './queries-appeals'
import { noSuchUnit } from './refusals'
import type { BoardStaffHandlers } from './routes'
import { createUnitCodes } from './unit-code'

type AppealCalls = Extract<keyof BoardStaffHandlers, `${string}/appeals${string}`>

/** What keepers say of their units' figures, and what becomes of it. */
export function appealHandlers({ keys, photoSigner: signer }: Foundation): Pick<BoardStaffHandlers, AppealCalls> {
  const codes = createUnitCodes(keys.board)
  return {
    'POST /boards/:code/units/:unitCode/appeals': ({ person, params, query, body, now, write }) =>
      write(async (tx) => {
        const town = await readTown(tx, person, query.town)
        const board = await getRanking(tx, town.code, params.code)
        const unitCode = codes.inward(board.unitKind, params.unitCode)
        if (unitCode === undefined) throw noSuchUnit()
        return appealOf(await appeal(tx, person, board, unitCode, body, now), signer, now)
      }),
    'GET /boards/appeals': async ({ db, person, query, now }) => {
      const { open, limit = 20 } = query
      const rows = await findAppeals(db, staffOf(person, now).townCode, open, decodeCursor(query.cursor, 'number', 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ state, at, id }) => encodeCursor(Number(state !== 'open'), at, id))
      return { items: items.map((row) => appealCaseOf(row, codes, signer, now)), nextCursor }
    },
    'POST /boards/appeals/:id/answers': ({ person, params, body, now, write }) =>
      write(async (tx) => appealCaseOf(await answer(tx, person, params.id, body, now, codes), codes, signer, now)),
  }
}
