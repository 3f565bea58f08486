import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { days, later, shanghaiDay } from '../../shared/shanghai'
import type { CheckInRow, Sight } from './queries-lists'
import { isMember } from './queries-lists'
import { findSite, type SiteRow } from './queries-sites'
import { noSuchSite } from './refusals'

/** A check-in may come a week late: so long ago its day may have had hours of its own. */
const lookBack = days(8)

/** The site, with what its hours were lately. Throws 404 when there is none. */
export async function getSite(db: Db, id: string, now: Date): Promise<SiteRow> {
  const site = await findSite(db, id, shanghaiDay(new Date(later(now, -lookBack))))
  if (!site) throw noSuchSite()
  return site
}

/** Whether the person is host of the site or admin of its town. */
export const isOwn = (site: { readonly id: string; readonly townCode: string }, person: Identity | undefined): boolean =>
  person?.townCode === site.townCode &&
  person.grants.some(({ role, scopeCode }) => (role === 'site_host' && scopeCode === site.id) || role === 'admin')

/** The site, when the person is host of it or admin of its town. Throws 404 when not, as if it were not there. */
export async function getOwnSite(db: Db, id: string, person: Identity, now: Date): Promise<SiteRow> {
  const site = await getSite(db, id, now)
  if (!isOwn(site, person)) throw noSuchSite()
  return site
}

/** Whose doubtful check-ins the person decides on. */
export function sightOf({ personId, townCode, grants }: Identity): Sight {
  const scopes = (role: string) => grants.filter((grant) => grant.role === role).map(({ scopeCode }) => scopeCode)
  return {
    personId,
    townCode: townCode ?? '',
    sites: scopes('site_host'),
    branches: scopes('secretary'),
    isAdmin: scopes('admin').length > 0,
  }
}

/** Whether the check-in is in the person's sight: at their site or in their town, or of a member of their branch. */
export async function inSight(db: Db, sight: Sight, checkIn: CheckInRow): Promise<boolean> {
  const isHere = checkIn.townCode === sight.townCode && (sight.isAdmin || sight.sites.includes(checkIn.siteId))
  return isHere || isMember(db, sight.townCode, sight.branches, checkIn.personId)
}
