import { sql } from 'kysely'
import type { Db } from '../../database/connect'

export interface RouteRow {
  readonly id: string
  readonly townCode: string
  readonly name: string
  readonly about: string | null
  readonly stops: { siteId: string; name: string; done: boolean }[]
}

/** Routes of the open towns, of one of them, or the one with the code; `done` are the stops where the person has a check-in that counts. */
export async function findRoutes(
  db: Db,
  personId: string | null,
  { townCode, code }: { townCode?: string; code?: string },
): Promise<RouteRow[]> {
  const { rows } = await sql<RouteRow>`
    select r.code as id, r.town_code as "townCode", r.name, r.about,
      coalesce((select json_agg(json_build_object('siteId', s.code, 'name', s.name, 'done', exists (select 1 from study_check_ins c
          where c.town_code = s.town_code and c.site_code = s.code and c.person_id = ${personId}::uuid and c.state = 'counted'))
        order by st.position) from study_route_stops st join study_sites s on s.town_code = st.town_code and s.code = st.site_code
        where st.town_code = r.town_code and st.route_code = r.code), '[]') as stops
    from study_routes r join towns t on t.code = r.town_code
    where t.prefix is not null ${townCode ? sql`and r.town_code = ${townCode}` : sql``} ${code ? sql`and r.code = ${code}` : sql``}
    order by r.code`.execute(db)
  return rows
}

/** Those of the codes that are sites of the town. */
export async function findTownSites(db: Db, townCode: string, codes: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ code: string }>`
    select code from study_sites where town_code = ${townCode} and code = any(${[...codes]}::text[])`.execute(db)
  return new Set(rows.map(({ code }) => code))
}

export interface NewRoute {
  readonly townCode: string
  readonly id: string
  readonly name: string
  readonly about: string | null
  readonly siteIds: readonly string[]
}

/** Writes the route in the place of what it was. False when the code is another town's. */
export async function setRoute(tx: Db, { townCode, id, name, about, siteIds }: NewRoute): Promise<boolean> {
  const { rows } = await sql`
    insert into study_routes (town_code, code, name, about) values (${townCode}, ${id}, ${name}, ${about})
    on conflict (code) do update set name = excluded.name, about = excluded.about where study_routes.town_code = excluded.town_code
    returning code`.execute(tx)
  if (rows.length === 0) return false
  await sql`delete from study_route_stops where town_code = ${townCode} and route_code = ${id}`.execute(tx)
  await sql`
    insert into study_route_stops (town_code, route_code, position, site_code)
    select ${townCode}, ${id}, stop.position, stop.code from unnest(${[...siteIds]}::text[]) with ordinality as stop (code, position)`.execute(
    tx,
  )
  return true
}

/** Takes a route of the town away. False when there is none. */
export async function deleteRoute(tx: Db, townCode: string, code: string): Promise<boolean> {
  await sql`select 1 from study_routes where town_code = ${townCode} and code = ${code} for update`.execute(tx)
  await sql`delete from study_route_stops where town_code = ${townCode} and route_code = ${code}`.execute(tx)
  const { rows } = await sql`delete from study_routes where town_code = ${townCode} and code = ${code} returning code`.execute(tx)
  return rows.length > 0
}
