import type { RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Foundation } from '../../foundation'
import type { Identity } from '../../plugins/auth'
import { pack, send } from '../../shared/shared-answer'
import { getRanking, readTown } from './access'
import { boardFile } from './board-file'
import { boardPage, keyOf } from './board-page'
import { type Followed, follow } from './follow'
import { KeptAnswers } from './kept-answers'
import { LiveBoards } from './live'
import { myPlaces } from './my-places'
import { findPublished } from './queries-editions'
import { deleteFollow } from './queries-follows'
import { findBoards, findStamp } from './queries-out'
import { findRows } from './queries-rows'
import { findUnitOut } from './queries-unit-page'
import { noSuchBoard, noSuchPeriod, noSuchUnit } from './refusals'
import type { BoardReadHandlers } from './routes'
import { createUnitCodes } from './unit-code'
import { liveUnitPage, unitPageOf } from './unit-page'

/** What everybody reads of the boards, and follows. */
export function readHandlers({ keys, photoSigner: signer }: Foundation): BoardReadHandlers {
  const codes = createUnitCodes(keys.board)
  const kept = new KeptAnswers()
  const tools = { codes, signer, live: new LiveBoards() }
  const wantedOf = (person: Identity | undefined, town: string | undefined) => ({ named: town, own: person?.townCode ?? null })
  const unitOf = (kind: RankedKind | null, outward: string): string => {
    const unitCode = codes.inward(kind, outward)
    if (unitCode === undefined) throw noSuchUnit()
    return unitCode
  }
  const followedOf = async (
    db: Db,
    person: Identity,
    { kind, unitCode }: { kind: RankedKind; unitCode: string },
    town?: string,
  ): Promise<Followed> => ({
    ...{ kind, unitCode: unitOf(kind, unitCode) },
    townCode: (await readTown(db, person, town)).code,
  })
  return {
    'GET /boards': async ({ db, person, query }) => {
      const town = await readTown(db, person, query.town)
      return { town, items: await findBoards(db, town.code) }
    },
    'GET /boards/mine': ({ db, person }) => myPlaces(db, person, codes),
    'GET /boards/:code': async ({ db, person, params, query, now, reply }) => {
      const stamp = await findStamp(db, wantedOf(person, query.town), params.code, query.period)
      if (!stamp) throw (await readTown(db, person, query.town)) && noSuchBoard()
      const reading = { code: params.code, query, now }
      const make = () => boardPage(db, stamp, reading, tools)
      const key = keyOf(stamp, reading)
      return send(reply, key ? await kept.get(key, make) : pack(await make()))
    },
    'GET /boards/:code/units/:unitCode': async ({ db, person, params: { code, unitCode }, query: { town, period }, now }) => {
      const unit = { code: unitCode, personId: codes.inward('person', unitCode) ?? null }
      const out = await findUnitOut(db, wantedOf(person, town), code, period, unit)
      if (out) return unitPageOf(out, now, tools)
      const { code: townCode } = await readTown(db, person, town)
      if (await findPublished(db, townCode, code, period)) throw noSuchUnit()
      return liveUnitPage(db, townCode, { code, period }, unit, now, tools)
    },
    'GET /boards/:code/export': async ({ db, person, params, query, reply }) => {
      const { code: townCode } = await readTown(db, person, query.town)
      const { code: boardCode } = await getRanking(db, townCode, params.code)
      const edition = await findPublished(db, townCode, boardCode, query.period)
      if (!edition) throw noSuchPeriod()
      const { id, period, definition } = edition
      const rows = await findRows(db, { townCode, boardCode, id, period, unitKind: definition.unitKind as RankedKind })
      reply.header('content-disposition', `attachment; filename="${boardCode}-${period}.csv"`)
      return boardFile(definition, rows, codes)
    },
    'PUT /boards/units/:kind/:unitCode/follow': ({ person, params, query, now, write }) =>
      write(async (tx) => {
        await follow(tx, person.personId, await followedOf(tx, person, params, query.town), now)
        return null
      }),
    'DELETE /boards/units/:kind/:unitCode/follow': ({ person, params, query, write }) =>
      write(async (tx) => {
        await deleteFollow(tx, person.personId, await followedOf(tx, person, params, query.town))
        return null
      }),
  }
}
