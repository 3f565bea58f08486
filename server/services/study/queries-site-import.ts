import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import type { SiteFacts } from './queries-site-write'
import type { Hours } from './rules-hours'

export type KnownSite = SiteFacts & { readonly weekly: Hours['weekly'] }

/** Those of the sites that are there, in any town, locked until the transaction ends. */
export async function findSiteFacts(tx: Db, codes: readonly string[]): Promise<KnownSite[]> {
  await sql`select 1 from study_sites where code = any(${[...codes]}::text[]) order by code for no key update`.execute(tx)
  const { rows } = await sql<KnownSite>`
    select s.town_code as "townCode", s.code as id, s.name, s.kind, s.address, s.lng, s.lat, s.story, s.audio_url as "audioUrl", s.directions,
      s.ways, s.fence_m as "fenceMetres",
      case when s.lights_on_minute is not null then json_build_object('opens', s.lights_on_minute, 'closes', s.lights_off_minute) end as lights,
      coalesce((select json_agg(json_build_object('weekday', h.weekday, 'opens', h.opens_minute, 'closes', h.closes_minute)
        order by h.weekday, h.opens_minute) from study_hours h where h.town_code = s.town_code and h.site_code = s.code), '[]') as weekly
    from study_sites s where s.code = any(${[...codes]}::text[])`.execute(tx)
  return rows
}
