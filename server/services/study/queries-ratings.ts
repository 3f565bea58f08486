import { sql } from 'kysely'
import type { Db } from '../../database/connect'

export interface RatingsRow {
  readonly stars: number | null
  readonly ratings: number
  readonly mine: { readonly stars: number; readonly text: string | null } | null
  /** Whether the reader has a check-in of the month here that counts. */
  readonly hasBeen: boolean
}

export interface Visit {
  readonly townCode: string
  readonly siteId: string
  /** Null: signed out. */
  readonly personId: string | null
  readonly month: string
}

const visits = ({ townCode, siteId, personId, month }: Visit) => sql`
  select 1 from study_check_ins c where c.town_code = ${townCode} and c.site_code = ${siteId} and c.person_id = ${personId}::uuid
    and c.state = 'counted' and c.day >= ${`${month}-01`}::date and c.day < ${`${month}-01`}::date + interval '1 month'`

/** The stars given to the site since a month, and what the reader has to do with them. */
export async function findRatings(db: Db, visit: Visit, since: string): Promise<RatingsRow> {
  const { townCode, siteId, personId, month } = visit
  const { rows } = await sql<RatingsRow>`
    select round(avg(r.stars), 1)::float8 as stars, count(*)::int as ratings,
      (select json_build_object('stars', m.stars, 'text', m.text) from study_site_ratings m where m.town_code = ${townCode}
        and m.site_code = ${siteId} and m.month = ${month} and m.person_id = ${personId}::uuid) as mine,
      exists (${visits(visit)}) as "hasBeen"
    from study_site_ratings r where r.town_code = ${townCode} and r.site_code = ${siteId} and r.month >= ${since}`.execute(db)
  return rows[0] as RatingsRow
}

/** Writes the month's word over an earlier one. False when the person has not been there this month. */
export async function putRating(
  tx: Db,
  visit: Visit & { readonly personId: string },
  { stars, text }: { readonly stars: number; readonly text: string | null },
  now: Date,
): Promise<boolean> {
  const { townCode, siteId, personId, month } = visit
  const { rows } = await sql`
    insert into study_site_ratings (town_code, site_code, month, person_id, stars, text, rated_at)
    select ${townCode}, ${siteId}, ${month}, ${personId}::uuid, ${stars}::int, ${text}, ${now.toISOString()}::timestamptz
    where exists (${visits(visit)})
    on conflict (town_code, site_code, month, person_id)
      do update set stars = excluded.stars, text = excluded.text, rated_at = excluded.rated_at
    returning stars`.execute(tx)
  return rows.length > 0
}
