import type { Foundation } from '../../foundation'
import { distance, parseNear } from '../../shared/geo'
import { days, shanghaiDay, startOfDay } from '../../shared/shanghai'
import { type Lists, listOf } from './lists'
import { findSimilar } from './queries-lists'
import { countWorklist } from './queries-worklist'
import type { ReportHandlers } from './routes'
import { cardOf } from './view'

type ListCalls = 'GET /reports' | 'GET /reports/similar' | 'GET /reports/worklist-counts'

/** As near as that, and as fresh, it may be the same matter (FixMyStreet asks within 250 m). */
const similarMetres = 250
const similarDays = 7
const similarMost = 10
const countedMost = 999

export function listHandlers({ photoSigner: signer }: Foundation): Pick<ReportHandlers, ListCalls> {
  return {
    'GET /reports': ({ db, person, query, now }) => listOf(query.scope, { db, query, reader: { person, now, signer } } satisfies Lists),
    'GET /reports/similar': async ({ db, person, query, now }) => {
      const { categoryCode, compoundCode } = query
      const place = query.near ? parseNear(query.near) : undefined
      const since = new Date(now.getTime() - days(similarDays))
      const found = await findSimilar(db, person, { categoryCode, compoundCode, place, metres: similarMetres, since })
      const isNear = ({ placeLng: lng, placeLat: lat }: (typeof found)[number]) =>
        place !== undefined && lng !== null && lat !== null && distance(place, { lng, lat }) <= similarMetres
      const alike = found.filter((row) => row.compoundCode === compoundCode || isNear(row))
      return { items: alike.slice(0, similarMost).map((row) => cardOf(row, { person, now, signer })) }
    },
    'GET /reports/worklist-counts': ({ db, person, now }) => countWorklist(db, person, now, startOfDay(shanghaiDay(now)), countedMost),
  }
}
