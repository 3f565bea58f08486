import { sql } from 'kysely'
import type { Point } from '../../shared/geo'
import type { Search } from './rules'

/** Behind every place that has a position. */
const unknownDistance = 1e9

/** Metres from the point to a row's lng and lat, as server/shared/geo.ts reckons; null when either is not known. */
export const metresFrom = (near: Point | undefined, table: string) =>
  sql<number | null>`(2 * 6371000 * asin(sqrt(
    power(sin(radians(${sql.ref(`${table}.lat`)} - ${near?.lat ?? null}::float8) / 2), 2) +
    cos(radians(${near?.lat ?? null}::float8)) * cos(radians(${sql.ref(`${table}.lat`)})) *
    power(sin(radians(${sql.ref(`${table}.lng`)} - ${near?.lng ?? null}::float8) / 2), 2))))`

/** Whether a row's name, pinyin or initials have what is looked for; everything has nothing. */
export const matches = ({ words, letters }: Search, table: string) => sql<boolean>`(
  ${words} = '' or strpos(lower(${sql.ref(`${table}.name`)}), ${words}) > 0
  or strpos(${sql.ref(`${table}.pinyin`)}, ${letters}::text) > 0 or strpos(${sql.ref(`${table}.initials`)}, ${letters}::text) > 0)`

/** What a list is ordered by: the distance, or without a position first those that have the very words in their name. */
export const orderOf = (search: Search, near: Point | undefined, table: string) =>
  near
    ? sql<number>`coalesce(${metresFrom(near, table)}, ${sql.lit(unknownDistance)})`
    : sql<number>`(case when strpos(lower(${sql.ref(`${table}.name`)}), ${search.words}) > 0 then 0 else 1 end)::float8`

export const locationOf = (table: string) => sql`case when ${sql.ref(`${table}.lng`)} is not null and ${sql.ref(`${table}.lat`)} is not null
  then json_build_object('lng', ${sql.ref(`${table}.lng`)}, 'lat', ${sql.ref(`${table}.lat`)}) end`
