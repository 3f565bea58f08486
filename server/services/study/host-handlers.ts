import { minutes } from '../../shared/shanghai'
import { getOwnSite } from './access'
import { checkInByHand, lookFor } from './by-hand'
import { wayClosed } from './refusals'
import type { StudyHandlers } from './routes'
import { intervalMs, type StudyCodes, screenCodes } from './study-code'

type HostCalls = 'GET /sites/:id/code' | 'GET /sites/:id/fixed-code' | 'GET /sites/:id/people' | 'POST /sites/:id/check-ins'

/** A screen asks for so long ahead, so that a short fault of the network does not show. */
const ahead = minutes(10)

/** What a host does at their site. */
export function hostHandlers(codes: StudyCodes): Pick<StudyHandlers, HostCalls> {
  return {
    'GET /sites/:id/code': async ({ db, person, params, now }) => {
      const site = await getOwnSite(db, params.id, person, now)
      if (!site.ways.includes('screen')) throw wayClosed()
      return {
        siteName: site.name,
        now: now.toISOString(),
        intervalSeconds: intervalMs / 1000,
        codes: screenCodes(codes, site.id, now, ahead),
      }
    },
    'GET /sites/:id/fixed-code': async ({ db, person, params, now }) => {
      const site = await getOwnSite(db, params.id, person, now)
      if (!site.ways.includes('fixed')) throw wayClosed()
      return { siteName: site.name, code: codes.fixed(site.id) }
    },
    'GET /sites/:id/people': ({ person, params, query, now, write }) =>
      write(async (tx) => {
        const site = await getOwnSite(tx, params.id, person, now)
        return { items: await lookFor(tx, { site, host: person, now }, query.q.trim()) }
      }),
    'POST /sites/:id/check-ins': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const site = await getOwnSite(tx, params.id, person, now)
        const { id, nickname, at, state } = await checkInByHand(tx, { site, host: person, now }, body.personId, body.minutes ?? null)
        return { id, nickname, at, state }
      }),
  }
}
