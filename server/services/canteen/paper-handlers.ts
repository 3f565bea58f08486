import type { Db } from '../../database/connect'
import type { Foundation } from '../../foundation'
import { getOwnCanteen } from './access'
import { countingTries } from './family'
import { haveWord, lookUp, readAgain, writePapers } from './guest-papers'
import type { CanteenHandlers } from './routes'

type PaperCalls = 'POST /canteens/:id/guests/lookups' | 'PUT /canteens/:id/guests/:personId' | 'POST /canteens/:id/guests/:personId/words'

/** What staff do for a guest who stands before them. */
export function paperHandlers({ sealer }: Foundation): Pick<CanteenHandlers, PaperCalls> {
  return {
    'POST /canteens/:id/guests/lookups': ({ db, person, params, body, now, write }) =>
      countingTries(db, person, now, () =>
        write(async (tx) => lookUp(tx, { canteen: await getOwnCanteen(tx, params.id, person), person, sealer, now }, body.code)),
      ),
    'PUT /canteens/:id/guests/:personId': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const canteen = await getOwnCanteen(tx, params.id, person)
        return writePapers(tx, { canteen, person, sealer, now }, params.personId, body)
      }),
    'POST /canteens/:id/guests/:personId/words': async ({ db, person, params, body, now, write }) => {
      const desk = async (tx: Db) => ({ canteen: await getOwnCanteen(tx, params.id, person), person, sealer, now })
      // The papers are no part of the answer that is kept for a repeat: who repeats it reads them anew, if they may.
      await write(async (tx) => {
        await haveWord(tx, await desk(tx), params.personId, body.note)
        return null
      })
      return db.transaction().execute(async (tx) => readAgain(tx, await desk(tx), params.personId))
    },
  }
}
