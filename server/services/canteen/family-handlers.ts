import type { Foundation } from '../../foundation'
import { getEater } from './access'
import { bind, countingTries, eaterOf, giveCode, unbind } from './family'
import { findBookers, findEaters } from './queries-family'
import { findEaten } from './queries-nutrition'
import type { CanteenHandlers } from './routes'

type FamilyCalls = 'GET /me/nutrition' | 'POST /me/consent-codes' | 'GET /me/family' | 'POST /me/family' | 'DELETE /me/family/:id'

/** Who may book for whom, and what they ate. */
export function familyHandlers({ sealer }: Foundation): Pick<CanteenHandlers, FamilyCalls> {
  return {
    'GET /me/nutrition': async ({ db, person, query, now }) => {
      const eater = await getEater(db, person.personId, query.personId ?? person.personId, now)
      return { days: await findEaten(db, eater.personId, query.from, 7) }
    },
    'POST /me/consent-codes': ({ person, now, write }) => write((tx) => giveCode(tx, person, now)),
    'GET /me/family': async ({ db, person, now }) => ({
      eaters: (await findEaters(db, person.personId, now)).map((row) => eaterOf(row, sealer, now)),
      bookers: await findBookers(db, person.personId),
    }),
    'POST /me/family': async ({ db, person, body, now, write }) =>
      eaterOf(await countingTries(db, person, now, () => write((tx) => bind(tx, body, person, now))), sealer, now),
    'DELETE /me/family/:id': ({ person, params, now, write }) =>
      write(async (tx) => {
        await unbind(tx, params.id, person, now)
        return null
      }),
  }
}
