import { sql } from 'kysely'
import type { Shelf } from '../../../contract/report'
import type { Db } from '../../database/connect'
import { type CardRow, unitCodesOf } from './queries'
import { cards, type Fragment, inGroup, type Listed, nothing } from './queries-lists'
import { type Person, reachOf } from './sight'

/** Reports on a shelf of the person's worklist: by the clock, those done since `since` newest first; one more than `limit`. */
export function findWorklist(db: Db, person: Person, shelf: Shelf, since: Date, { group, after, limit }: Listed): Promise<CardRow[]> {
  const past = after
    ? shelf === 'done'
      ? sql`and (r.ended_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`
      : sql`and (r.clock_at, r.id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`
    : nothing
  const order = shelf === 'done' ? sql`r.ended_at desc, r.id desc` : sql`r.clock_at, r.id`
  return cards(
    db,
    person,
    sql`select r.* from (${onWorklist(person, shelf, since, sql`${inGroup(group)} ${past}`, order, limit + 1)}) mine
      join reports r on r.town_code = ${person.townCode} and r.id = mine.id order by ${order} limit ${limit + 1}`,
    order,
  )
}

const endedSince = (table: 'r' | 'h', since: Date): Fragment =>
  sql`${sql.ref(`${table}.ended_at`)} is not null and ${sql.ref(`${table}.ended_at`)} >= ${since.toISOString()}::timestamptz`
const onShelf = (shelf: Shelf, since: Date): Fragment =>
  shelf === 'done' ? endedSince('r', since) : sql`r.ended_at is null and r.shelf = ${sql.lit(shelf)}`

/** Ids of the first `limit` reports for each unit the person works for; each branch has an index in the order asked for. */
function onWorklist(person: Person, shelf: Shelf, since: Date, and: Fragment, order: Fragment, limit: number): Fragment {
  const { admin, grids } = reachOf(person)
  const where = sql`r.town_code = ${person.townCode} and ${onShelf(shelf, since)} ${and}`
  if (admin) return sql`select r.id from reports r where ${where} order by ${order} limit ${limit}`
  const units = sql`unnest(${unitCodesOf(person)}) as unit (code)`
  const helping = shelf === 'done' ? endedSince('h', since) : sql`h.ended_at is null`
  return sql`
    select first.id from unnest(${[...grids]}::text[]) as unit (code) cross join lateral (
      select r.id from reports r where r.grid_code = unit.code and ${where} order by ${order} limit ${limit}) first
    union
    select first.id from ${units} cross join lateral (
      select r.id from reports r where r.lead_code = unit.code and ${where} order by ${order} limit ${limit}) first
    union
    select first.id from ${units} cross join lateral (
      select r.id from report_helpers h cross join lateral (
        select r.* from reports r where r.town_code = h.town_code and r.id = h.report_id and ${where} limit 1) r
      where h.town_code = ${person.townCode} and h.unit_code = unit.code and ${helping} order by ${order} limit ${limit}) first`
}

export interface ShelfCounts {
  readonly todo: number
  readonly verify: number
  readonly suspended: number
  readonly done: number
  readonly overdue: number
}

/** How many stand on each shelf, each counted up to `most`. */
export async function countWorklist(db: Db, person: Person, now: Date, since: Date, most: number): Promise<ShelfCounts> {
  const count = (shelf: Shelf, extra: Fragment = nothing) => {
    const order = shelf === 'done' ? sql`r.ended_at desc` : sql`r.clock_at`
    return sql`(select count(*) from (${onWorklist(person, shelf, since, extra, order, most)}) shelf)`
  }
  // What is overdue is past its clock, so the index need not be read to its end.
  const late = sql`and r.clock_at <= ${now.toISOString()}::timestamptz and r.overdue_at is not null`
  const { rows } = await sql<ShelfCounts>`
    select least(${count('todo')}, ${most}::int) as todo, least(${count('verify')}, ${most}::int) as verify,
      least(${count('suspended')}, ${most}::int) as suspended, least(${count('done')}, ${most}::int) as done,
      least(${count('todo', late)} + ${count('verify', late)}, ${most}::int) as overdue`.execute(db)
  return rows[0] as ShelfCounts
}
