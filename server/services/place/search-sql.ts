import { type RawBuilder, sql } from 'kysely'
import type { Point } from '../../shared/geo'
import { metresFrom } from '../../shared/geo-sql'
import type { Search } from '../../shared/search'

const column = (table: string, name: string) => sql.ref(`${table}.${name}`)

/** Farther than any place that has a position. */
const unknownDistance = sql.lit(1e9)

/** What a list is ordered by: the distance, or without a position first those that have the very words in their name. */
export const orderOf = (search: Search, near: Point | undefined, table: string): RawBuilder<number> =>
  near
    ? sql`coalesce(${metresFrom(near, table)}, ${unknownDistance})`
    : sql`(case when strpos(lower(${column(table, 'name')}), ${search.words}) > 0 then 0 else 1 end)::float8`

/** A row's place as the contract has it; null when it is not known. */
export const locationOf = (table: string): RawBuilder<unknown> => {
  const [lng, lat] = [column(table, 'lng'), column(table, 'lat')]
  return sql`case when ${lng} is not null and ${lat} is not null then json_build_object('lng', ${lng}, 'lat', ${lat}) end`
}
