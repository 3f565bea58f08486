import { sortingCalls } from '../../../contract/sorting'
import type { Service } from '../../foundation'
import { serve } from '../../serve'
import { shanghaiDay } from '../../shared/shanghai'
import { getOwnCompound, mayWrite } from './access'
import { findDropOff, findItems, saveDropOff } from './queries'
import { noDropOff } from './refusals'
import { readDropOff } from './rules'

/** Which bin, and where a compound's rubbish goes and when. */
export const sorting: Service = {
  register(app, foundation) {
    serve(app, foundation, sortingCalls, {
      'GET /sorting/items': async ({ db }) => ({ items: await findItems(db) }),
      'GET /sorting/drop-offs/:compoundCode': async ({ db, person, params, now }) => {
        const found = await findDropOff(db, params.compoundCode, shanghaiDay(now), person?.townCode ?? null)
        if (!found) throw noDropOff()
        const { townCode, ...dropOff } = found
        return { ...dropOff, mayEdit: mayWrite(person, townCode, params.compoundCode) }
      },
      'PUT /sorting/drop-offs/:compoundCode': ({ person, params, body, now, write }) =>
        write(async (tx) => {
          const compound = await getOwnCompound(tx, person, params.compoundCode)
          const dropOff = readDropOff(body, shanghaiDay(now))
          await saveDropOff(tx, compound, dropOff, person.personId, now)
          return { compoundCode: compound.code, compoundName: compound.name, ...dropOff, mayEdit: true }
        }),
    })
  },
}
