import type { Route } from '../../../contract/study'
import { deleteRoute, findRoutes, findTownSites, type RouteRow, setRoute } from './queries-routes'
import { badStop, noSuchRoute } from './refusals'
import type { StudyHandlers } from './routes'

type RouteCalls = 'GET /routes' | 'PUT /routes/:id' | 'DELETE /routes/:id'

const routeOf = ({ townCode, ...row }: RouteRow): Route => ({ ...row, done: row.stops.filter(({ done }) => done).length })

/** Routes of several sites. */
export function routeHandlers(): Pick<StudyHandlers, RouteCalls> {
  return {
    'GET /routes': async ({ db, person, query }) => {
      const rows = await findRoutes(db, person?.personId ?? null, query.town ? { townCode: query.town } : {})
      return { items: rows.map(routeOf) }
    },
    'PUT /routes/:id': ({ person, params, body, write }) =>
      write(async (tx) => {
        const townCode = person.townCode as string
        const known = await findTownSites(tx, townCode, body.siteIds)
        const missing = body.siteIds.findIndex((id) => !known.has(id))
        if (missing >= 0) throw badStop(missing)
        const route = { ...body, townCode, id: params.id, name: body.name.trim(), about: body.about?.trim() ?? null }
        if (!(await setRoute(tx, route))) throw noSuchRoute()
        const [row] = await findRoutes(tx, person.personId, { code: params.id })
        return routeOf(row as RouteRow)
      }),
    'DELETE /routes/:id': ({ person, params, write }) =>
      write(async (tx) => {
        if (!(await deleteRoute(tx, person.townCode as string, params.id))) throw noSuchRoute()
        return null
      }),
  }
}
