import { sql } from 'kysely'
import type { Db } from '../../database/connect'

export interface Townsman {
  readonly id: string
  readonly nickname: string
  readonly areaName: string | null
  /** Has checked in here on the day. */
  readonly here: boolean
}

interface Place {
  readonly townCode: string
  readonly id: string
}

/** People of the site's town whose nickname begins so, or the one with the id. */
async function townsmen(db: Db, { townCode, id }: Place, day: string, which: ReturnType<typeof sql>, limit: number): Promise<Townsman[]> {
  const { rows } = await sql<Townsman>`
    select p.id, p.nickname, a.short_name as "areaName", exists (select 1 from study_check_ins c where c.town_code = ${townCode}
      and c.site_code = ${id} and c.person_id = p.id and c.day = ${day}::date and c.state <> 'refused') as here
    from persons p left join areas a on a.code = p.home_area_code
    where p.town_code = ${townCode} and ${which} order by p.nickname, p.id limit ${limit}`.execute(db)
  return rows
}

/** At most ten of them: who has more to choose from types more. */
export const findTownsmen = (db: Db, site: Place, day: string, q: string): Promise<Townsman[]> =>
  townsmen(db, site, day, sql`p.nickname ~>=~ ${q}::text and p.nickname ~<~ (${q}::text || chr(1114111))`, 10)

export const findTownsman = async (db: Db, site: Place, day: string, personId: string): Promise<Townsman | undefined> =>
  (await townsmen(db, site, day, sql`p.id = ${personId}::uuid`, 1))[0]
