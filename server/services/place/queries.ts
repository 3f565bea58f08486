import { sql } from 'kysely'
import type { Area, Compound, Town, Unit } from '../../../contract/place'
import type { Db } from '../../database/connect'
import type { Point } from '../../shared/geo'
import { metresFrom } from '../../shared/geo-sql'
import type { Search } from '../../shared/search'
import { matches } from '../../shared/search-sql'
import { locationOf, orderOf } from './search-sql'

export async function findTowns(db: Db): Promise<Town[]> {
  const { rows } = await sql<Town>`
    select t.code, t.name, ${locationOf('t')} as location from towns t where t.prefix is not null order by t.code`.execute(db)
  return rows
}

export interface Looked {
  readonly search: Search
  readonly near: Point | undefined
  readonly after: readonly [order: number, code: string] | undefined
  readonly limit: number
}
/** A row with what it is ordered by. */
type Ordered<T> = T & { readonly order: number }

/** Areas of open towns, or of one of them; one more than `limit`. */
export async function findAreas(db: Db, townCode: string | null, { search, near, after, limit }: Looked): Promise<Ordered<Area>[]> {
  const { rows } = await sql<Ordered<Area>>`
    select * from (
      select a.code, a.name, a.short_name as "shortName", a.town_code as "townCode", t.name as "townName", a.grid_code as "gridCode",
        ${locationOf('a')} as location, round(${metresFrom(near, 'a')})::int as distance, ${orderOf(search, near, 'a')} as "order"
      from areas a join towns t on t.code = a.town_code
      where t.prefix is not null and (${townCode}::text is null or a.town_code = ${townCode}) and ${matches(search, 'a')}) found
    where ${after === undefined} or ("order", code) > (${after?.[0] ?? 0}::float8, ${after?.[1] ?? ''})
    order by "order", code limit ${limit + 1}`.execute(db)
  return rows
}

const compoundColumns = sql`c.code, c.name, c.area_code as "areaCode", a.short_name as "areaName", c.town_code as "townCode", c.address,
  c.buildings, c.floors, ${locationOf('c')} as location`

/** Compounds of an area of an open town; undefined when there is no such area. */
export async function findCompoundsOf(db: Db, areaCode: string): Promise<Compound[] | undefined> {
  const { rows } = await sql<{ compounds: Compound[] }>`
    select coalesce((select json_agg(found order by found.code) from (
      select ${compoundColumns}, null::int as distance from compounds c where c.area_code = a.code) found), '[]') as compounds
    from areas a join towns t on t.code = a.town_code where a.code = ${areaCode} and t.prefix is not null`.execute(db)
  return rows[0]?.compounds
}

/** Compounds of the town; one more than `limit`. */
export async function findCompounds(db: Db, townCode: string, { search, near, after, limit }: Looked): Promise<Ordered<Compound>[]> {
  const { rows } = await sql<Ordered<Compound>>`
    select * from (
      select ${compoundColumns}, round(${metresFrom(near, 'c')})::int as distance, ${orderOf(search, near, 'c')} as "order"
      from compounds c join areas a on a.code = c.area_code
      where c.town_code = ${townCode} and ${matches(search, 'c')}) found
    where ${after === undefined} or ("order", code) > (${after?.[0] ?? 0}::float8, ${after?.[1] ?? ''})
    order by "order", code limit ${limit + 1}`.execute(db)
  return rows
}

export async function hasCompound(db: Db, townCode: string, code: string): Promise<boolean> {
  const { rows } = await sql`select 1 from compounds where town_code = ${townCode} and code = ${code}`.execute(db)
  return rows.length > 0
}

/** Units of the town; those that serve the compound come first. */
export async function findUnits(db: Db, townCode: string, kind: string | null, compoundCode: string | null): Promise<Unit[]> {
  const { rows } = await sql<Unit>`
    select u.code, u.kind, u.name, u.phone from units u
    left join compounds c on c.town_code = u.town_code and c.code = ${compoundCode}
    left join areas a on a.code = c.area_code
    where u.town_code = ${townCode} and (${kind}::text is null or u.kind = ${kind})
    order by coalesce(u.code in (c.property_code, a.grid_code) or u.area_code = a.code, false) desc,
      array_position(array['grid', 'property', 'department'], u.kind), u.serves = 'neighborhood', u.code`.execute(db)
  return rows
}
