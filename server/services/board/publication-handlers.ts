import type { Foundation } from '../../foundation'
import { getRanking, staffOf } from './access'
import { editionOf } from './edition-view'
import { publish } from './publish'
import { findRevisions } from './queries-editions'
import type { BoardStaffHandlers } from './routes'
import { createUnitCodes } from './unit-code'

/** What a second person lets out. */
export function publicationHandlers({ keys }: Foundation): Pick<BoardStaffHandlers, 'POST /boards/:code/publications'> {
  const codes = createUnitCodes(keys.board)
  return {
    'POST /boards/:code/publications': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const staff = staffOf(person, now)
        const board = await getRanking(tx, staff.townCode, params.code)
        await publish(tx, staff, board, body, codes)
        return editionOf(await findRevisions(tx, staff.townCode, board.code, body.period), codes)
      }),
  }
}
