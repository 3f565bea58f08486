import { sql } from 'kysely'
import type { CheckInWay, SiteKind } from '../../../contract/study'
import type { Db } from '../../database/connect'
import type { Point } from '../../shared/geo'
import type { Hours, Span } from './rules-hours'

/** A site as its row is written. */
export interface SiteFacts extends Point {
  readonly townCode: string
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string | null
  readonly story: string | null
  readonly audioUrl: string | null
  readonly directions: string | null
  readonly lights: Span | null
  readonly ways: readonly CheckInWay[]
  readonly fenceMetres: number
}

/** Writes a new site. False when the code is taken. */
export async function insertSite(tx: Db, site: SiteFacts, personId: string, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('study_sites')
    .values({ town_code: site.townCode, code: site.id, ...columnsOf(site), changed_by: personId, changed_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst()
  return added !== undefined
}

export async function updateSite(tx: Db, site: SiteFacts, personId: string, now: Date): Promise<void> {
  await tx
    .updateTable('study_sites')
    .set({ ...columnsOf(site), changed_by: personId, changed_at: now.toISOString() })
    .where('town_code', '=', site.townCode)
    .where('code', '=', site.id)
    .execute()
}

const columnsOf = ({ name, kind, address, lng, lat, story, audioUrl, directions, lights, ways, fenceMetres }: SiteFacts) => ({
  ...{ name, kind, address, lng, lat, story, directions },
  audio_url: audioUrl,
  lights_on_minute: lights?.opens ?? null,
  lights_off_minute: lights?.closes ?? null,
  ways: [...ways],
  fence_m: fenceMetres,
})

/** Keeps the site to oneself until the transaction ends: two who change it at once come one after the other. */
export async function lockSite(tx: Db, code: string): Promise<void> {
  await sql`select 1 from study_sites where code = ${code} for no key update`.execute(tx)
}

type SiteKey = Pick<SiteFacts, 'townCode' | 'id'>

/** Sets the hours of every week. */
export async function setWeekly(tx: Db, { townCode, id }: SiteKey, weekly: Hours['weekly']): Promise<void> {
  await sql`delete from study_hours where town_code = ${townCode} and site_code = ${id}`.execute(tx)
  if (weekly.length === 0) return
  const rows = weekly.map(({ weekday, opens, closes }) => ({ weekday, opens_minute: opens, closes_minute: closes }))
  await tx
    .insertInto('study_hours')
    .values(rows.map((row) => ({ town_code: townCode, site_code: id, ...row })))
    .execute()
}

export interface Exception {
  readonly day: string
  readonly hours: readonly Span[]
  readonly note: string | null
}

/** Sets the days unlike the others from today on; what was, was. */
export async function setExceptions(tx: Db, { townCode, id }: SiteKey, exceptions: readonly Exception[], today: string): Promise<void> {
  await sql`
    delete from study_hours_exceptions where town_code = ${townCode} and site_code = ${id} and day >= ${today}::date`.execute(tx)
  const ahead = exceptions.filter(({ day }) => day >= today)
  if (ahead.length === 0) return
  const rows = ahead.map(({ day, hours, note }) => ({
    ...{ town_code: townCode, site_code: id, day, note },
    opens_minutes: hours.map(({ opens }) => opens),
    closes_minutes: hours.map(({ closes }) => closes),
  }))
  await tx.insertInto('study_hours_exceptions').values(rows).execute()
}

/** Shows these pictures with the site, in this order. */
export async function setSitePhotos(tx: Db, { townCode, id }: SiteKey, photoIds: readonly string[]): Promise<void> {
  await sql`delete from study_site_photos where town_code = ${townCode} and site_code = ${id}`.execute(tx)
  if (photoIds.length === 0) return
  const rows = photoIds.map((photo_id, at) => ({ town_code: townCode, site_code: id, position: at + 1, photo_id }))
  await tx.insertInto('study_site_photos').values(rows).execute()
}
