import type { SiteRatings } from '../../../contract/study'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { shanghaiDay } from '../../shared/shanghai'
import { wordsOrNull } from '../../shared/text'
import { isOwn } from './access'
import { findRatings, putRating } from './queries-ratings'
import { notBeenHere, ownSite } from './refusals'

interface Place {
  readonly id: string
  readonly townCode: string
}

const monthOf = (now: Date): string => shanghaiDay(now).slice(0, 7)
/** 2026-10 -> 2025-11: twelve months with this one. */
const yearBack = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 12)).toISOString().slice(0, 7)
}

/** What visitors think of a site, and whether the reader may say it, too. */
export async function ratingsOf(db: Db, site: Place, reader: Identity | undefined, now: Date): Promise<SiteRatings> {
  const month = monthOf(now)
  const visit = { townCode: site.townCode, siteId: site.id, personId: reader?.personId ?? null, month }
  const { hasBeen, ...row } = await findRatings(db, visit, yearBack(month))
  return { ...row, mayRate: hasBeen && !isOwn(site, reader) }
}

/** Writes down what a visitor thinks. Throws a Refusal when they have not been there this month, or run the place. */
export async function rate(
  tx: Db,
  site: Place,
  person: Identity,
  { stars, text }: { readonly stars: number; readonly text?: string | null },
  now: Date,
): Promise<SiteRatings> {
  if (isOwn(site, person)) throw ownSite()
  const visit = { townCode: site.townCode, siteId: site.id, personId: person.personId, month: monthOf(now) }
  if (!(await putRating(tx, visit, { stars, text: wordsOrNull(text) }, now))) throw notBeenHere()
  return ratingsOf(tx, site, person, now)
}
