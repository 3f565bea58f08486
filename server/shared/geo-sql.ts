import { type RawBuilder, sql } from 'kysely'
import type { Point } from './geo'

/** Metres from the point to a row's place (lng, lat), as server/shared/geo.ts reckons; null when either is not known. */
export function metresFrom(near: Point | undefined, table: string): RawBuilder<number | null> {
  if (!near) return sql`null::float8`
  const [lng, lat] = [sql.ref(`${table}.lng`), sql.ref(`${table}.lat`)]
  // Rounding may lift the sum over 1 on the other side of the earth.
  return sql`case when ${lng} is not null and ${lat} is not null then 2 * 6371000 * asin(sqrt(least(1,
    power(sin(radians(${lat} - ${near.lat}::float8) / 2), 2) +
    cos(radians(${near.lat}::float8)) * cos(radians(${lat})) * power(sin(radians(${lng} - ${near.lng}::float8) / 2), 2)))) end`
}
