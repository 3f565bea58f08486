import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../database/connect'
import { cellsAround, type Point } from '../../shared/geo'
import { type CardRow, cardColumns, cardJoins, unitCodesOf } from './queries'
import { handlesMatters, type Person, reachOf } from './sight'

/** The last row of the page before. */
export type After = readonly [at: string, id: string] | undefined

export interface Listed {
  readonly group: string | undefined
  readonly after: After
  readonly limit: number
}

export type Fragment = RawBuilder<unknown>
export const nothing = sql``

export const inGroup = (group: string | undefined): Fragment => (group ? sql`and r.group_code = ${group}` : nothing)
const newerFirst = (after: After): Fragment =>
  after ? sql`and (r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : nothing
/** What neighbours may know of, in the words of the indexes. */
const isPublic = sql`r.privacy in ('normal', 'masked') and r.state not in ('rejected', 'merged')`
const isOpenPublic = sql`r.privacy in ('normal', 'masked') and r.ended_at is null`

/** The cards of the reports that `picked` yields; names are looked up for these only. */
export async function cards<T = CardRow>(
  db: Db,
  person: Person,
  picked: Fragment,
  order: Fragment,
  more: Fragment = nothing,
): Promise<T[]> {
  const { rows } = await sql<T>`select ${cardColumns(person)} ${more} from (${picked}) r ${cardJoins} order by ${order}`.execute(db)
  return rows
}
const newest = sql`r.created_at desc, r.id desc`

/** What the person reported, newest first; one more than `limit`. */
export function findMine(db: Db, person: Person, open: boolean | undefined, { group, after, limit }: Listed): Promise<CardRow[]> {
  const still = open === undefined ? nothing : open ? sql`and r.ended_at is null` : sql`and r.ended_at is not null`
  return cards(
    db,
    person,
    sql`select r.* from reports r where r.reporter_id = ${person.personId} ${still} ${inGroup(group)} ${newerFirst(after)}
      order by ${newest} limit ${limit + 1}`,
    newest,
  )
}

/** What neighbours may know of in an area of the person's town (the home area without a code), newest first. */
export function findInArea(
  db: Db,
  person: Person,
  areaCode: string | undefined,
  open: boolean | undefined,
  { group, after, limit }: Listed,
): Promise<CardRow[]> {
  const area = areaCode ? sql`${areaCode}` : sql`(select h.home_area_code from persons h where h.id = ${person.personId})`
  return cards(
    db,
    person,
    sql`select r.* from reports r where r.town_code = ${person.townCode} and r.area_code = ${area} and ${open ? isOpenPublic : isPublic}
      ${inGroup(group)} ${newerFirst(after)} order by ${newest} limit ${limit + 1}`,
    newest,
  )
}

export type PlacedRow = CardRow & { readonly placeLng: number | null; readonly placeLat: number | null }

/** What neighbours may know of in the squares round a place, newest first, `limit` of them: some lie outside the circle. */
export function findRound(
  db: Db,
  person: Person,
  place: Point,
  metres: number,
  open: boolean | undefined,
  { group, after, limit }: Listed,
): Promise<PlacedRow[]> {
  return cards<PlacedRow>(
    db,
    person,
    sql`select r.* from (
        select near.id from unnest(${cellsAround(place, metres)}::bigint[]) as square (cell) cross join lateral (
          select r.created_at, r.id from reports r where r.town_code = ${person.townCode} and r.cell = square.cell
            and ${open ? isOpenPublic : isPublic} ${inGroup(group)} ${newerFirst(after)} order by ${newest} limit ${limit}) near
        order by near.created_at desc, near.id desc limit ${limit}) near
      join reports r on r.town_code = ${person.townCode} and r.id = near.id`,
    newest,
    sql`, coalesce(r.lng, c.lng) as "placeLng", coalesce(r.lat, c.lat) as "placeLat"`,
  )
}

export type FollowedRow = CardRow & { readonly followedAt: string }

/** What the person follows and may still see, the newest follow first. */
export function findFollowed(db: Db, person: Person, { group, after, limit }: Listed): Promise<FollowedRow[]> {
  const codes = unitCodesOf(person)
  const { admin, grids } = reachOf(person)
  const asStaff = handlesMatters(reachOf(person))
    ? sql`or (r.town_code = ${person.townCode} and (${admin} or r.grid_code = any(${[...grids]}::text[]) or r.lead_code = any(${codes})
        or exists (select 1 from report_helpers h where h.town_code = r.town_code and h.report_id = r.id and h.unit_code = any(${codes}))))`
    : nothing
  const before = after ? sql`and (f.at, f.report_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : nothing
  return cards<FollowedRow>(
    db,
    person,
    sql`select r.*, f.at as followed_at from report_followers f join reports r on r.town_code = f.town_code and r.id = f.report_id
      where f.person_id = ${person.personId} and (r.reporter_id = ${person.personId} or (r.town_code = ${person.townCode} and ${isPublic})
        ${asStaff}) ${inGroup(group)} ${before} order by f.at desc, f.report_id desc limit ${limit + 1}`,
    sql`r.followed_at desc, r.id desc`,
    sql`, r.followed_at as "followedAt"`,
  )
}

/** Open reports since `since` of the category in the compound, or in the squares round the place, newest first. */
export function findSimilar(db: Db, person: Person, { categoryCode, compoundCode, place, metres, since }: Likeness): Promise<PlacedRow[]> {
  const same = sql`r.town_code = ${person.townCode} and r.category_code = ${categoryCode} and r.created_at >= ${since.toISOString()}::timestamptz
    and ${isOpenPublic}`
  const cells = place ? cellsAround(place, metres) : []
  return cards<PlacedRow>(
    db,
    person,
    sql`select r.* from (
        (select r.id from reports r where ${same} and r.compound_code = ${compoundCode} order by r.created_at desc limit 20)
        union
        select near.id from unnest(${cells}::bigint[]) as square (cell) cross join lateral (
          select r.id from reports r where ${same} and r.cell = square.cell order by r.created_at desc limit 20) near) near
      join reports r on r.town_code = ${person.townCode} and r.id = near.id`,
    newest,
    sql`, coalesce(r.lng, c.lng) as "placeLng", coalesce(r.lat, c.lat) as "placeLat"`,
  )
}

export interface Likeness {
  readonly categoryCode: string
  readonly compoundCode: string
  readonly place: Point | undefined
  readonly metres: number
  readonly since: Date
}
