import type { Db } from '../../database/connect'
import type { Foundation } from '../../foundation'
import { decodeCursor, encodeCursor, pageOf } from '../../shared/cursor'
import { getRanking, isStaff, staffOf } from './access'
import { draftOf } from './draft-view'
import { enter, type Place, removeEntry } from './enter'
import { openDraft } from './open-draft'
import { findDraft, findDrafts } from './queries-drafts'
import { draftExists, noSuchDraft, noSuchUnit } from './refusals'
import type { BoardStaffHandlers } from './routes'
import { showDraft } from './show-draft'
import { sendBack, submit } from './submit'
import { createUnitCodes } from './unit-code'

type DraftCalls = Extract<keyof BoardStaffHandlers, `${string}/drafts${string}`>

/** Periods on their way to be published. */
export function draftHandlers({ keys, photoSigner: signer }: Foundation): Pick<BoardStaffHandlers, DraftCalls> {
  const codes = createUnitCodes(keys.board)
  const placeOf = async (db: Db, townCode: string, params: { code: string; period: string; unitCode: string }): Promise<Place> => {
    const board = await getRanking(db, townCode, params.code)
    const unitCode = codes.inward(board.unitKind, params.unitCode)
    if (unitCode === undefined) throw noSuchUnit()
    return { board, period: params.period, unitCode }
  }
  return {
    'GET /boards/drafts': async ({ db, person, query, now }) => {
      const { limit = 20 } = query
      const { townCode, personId } = staffOf(person, now)
      const rows = await findDrafts(db, townCode, personId, decodeCursor(query.cursor, 'moment', 'id'), limit)
      const { items, nextCursor } = pageOf(rows, limit, ({ changedAt, id }) => encodeCursor(changedAt, id))
      return { items: items.map(draftOf), nextCursor }
    },
    'POST /boards/:code/drafts': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const staff = staffOf(person, now)
        const draft = await openDraft(tx, staff, await getRanking(tx, staff.townCode, params.code), body.period)
        if (!draft) throw draftExists()
        return draftOf(draft)
      }),
    'GET /boards/:code/drafts/:period': async ({ db, person, params, query, now }) => {
      if (!isStaff(person)) throw noSuchDraft()
      const { townCode, personId } = staffOf(person, now)
      const board = await getRanking(db, townCode, params.code)
      const draft = await findDraft(db, { townCode, boardCode: board.code, period: params.period }, personId)
      if (!draft) throw noSuchDraft()
      return showDraft(db, draft, { ...query, codes, signer, now })
    },
    'PUT /boards/:code/drafts/:period/entries/:unitCode': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const staff = staffOf(person, now)
        return draftOf(await enter(tx, staff, await placeOf(tx, staff.townCode, params), body))
      }),
    'DELETE /boards/:code/drafts/:period/entries/:unitCode': ({ person, params, now, write }) =>
      write(async (tx) => {
        const staff = staffOf(person, now)
        return draftOf(await removeEntry(tx, staff, await placeOf(tx, staff.townCode, params)))
      }),
    'POST /boards/:code/drafts/:period/submission': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const staff = staffOf(person, now)
        const board = await getRanking(tx, staff.townCode, params.code)
        return draftOf(await submit(tx, staff, board, params.period, body.reason ?? null))
      }),
    'POST /boards/:code/drafts/:period/return': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const staff = staffOf(person, now)
        return draftOf(await sendBack(tx, staff, await getRanking(tx, staff.townCode, params.code), params.period, body.note))
      }),
  }
}
