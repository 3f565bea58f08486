import type { SiteKind } from '../../../contract/study'
import type { Db } from '../connect'
import type { Scene } from './pictures'
import type { Stage } from './stage'
import { studySites } from './study-facts'

const byKind: Readonly<Record<SiteKind, Scene>> = {
  study_corner: 'cornerEast',
  study_point_road: 'road',
  study_point_building: 'building',
  study_point_mall: 'mall',
  red_site: 'museum',
  red_mailbox: 'mailbox',
  party_station: 'station',
  practice_center: 'practice',
  practice_station: 'practice',
  practice_space: 'practice',
}
const sceneOf = ({ code, kind }: { code: string; kind: SiteKind }): Scene => (code === 'STU-002' ? 'cornerWest' : byKind[kind])
/** As wide as a phone. */
const width = 640

/** Hangs a drawn picture at every site. Nobody of the demo may change the sites of both towns: 小周 uploads them, the rest is written. */
export async function hangPictures(stage: Stage, db: Db): Promise<void> {
  for (const { town, ...site } of studySites) {
    const [photo_id] = (await stage.photos('site_host', [sceneOf(site)], width)) as [string]
    await db.updateTable('photos').set({ taken_by: 'site', taken_at: stage.end.toISOString() }).where('id', '=', photo_id).execute()
    await db.insertInto('study_site_photos').values({ town_code: town, site_code: site.code, position: 1, photo_id }).execute()
  }
}
