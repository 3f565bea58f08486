import { type RawBuilder, sql } from 'kysely'
import type { Board, BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { nameless } from './queries-units'

/** The last edition that is out of the shortest kind of period that has one: each kind is one look into the index. */
export const lastOut = (townCode: RawBuilder<string>, boardCode: RawBuilder<string>): RawBuilder<unknown> => sql`lateral (
  select o.* from unnest('{month,quarter,half}'::text[]) with ordinality kinds (kind, place)
  cross join lateral (
    select * from board_editions out where out.town_code = ${townCode} and out.board_code = ${boardCode} and out.state = 'published'
      and out.period_kind = kinds.kind order by out.period desc, out.revision desc limit 1) o
  order by kinds.place limit 1)`

/** A row's name: that of a person is not in it, but shown while the person lets it. */
export const shownName = (unitKind: RawBuilder<string>, row: string): RawBuilder<string> => {
  const [name, code] = [sql.ref(`${row}.name`), sql.ref(`${row}.unit_code`)]
  return sql`case when ${unitKind} = 'person'
    then coalesce((select p.nickname from persons p where p.id = ${code}::uuid and p.name_on_boards), ${nameless}) else ${name} end`
}

/** The boards of a town, each group before its boards. */
export async function findBoards(db: Db, townCode: string): Promise<Board[]> {
  const { rows } = await sql<Omit<Board, 'latest'> & { period: string | null; publishedAt: string; leader: string | null }>`
    select d.town_code as "townCode", d.code, d.parent_code as "parentCode", d.name, d.unit_kind as "unitKind", d.mode,
      d.unit_kind is not null and d.source = 'records' as live, e.period, e.published_at as "publishedAt",
      (select ${shownName(sql`d.unit_kind`, 'r')} from board_rows r
        where r.town_code = d.town_code and r.edition_id = e.id and r.position = 1 and r.rank is not null) as leader
    from board_definitions d left join board_definitions g on g.town_code = d.town_code and g.code = d.parent_code
    left join ${lastOut(sql`d.town_code`, sql`d.code`)} e on true
    where d.town_code = ${townCode}
    order by coalesce(g.position, d.position), coalesce(g.code, d.code), g.code is not null, d.position, d.code`.execute(db)
  return rows.map(({ period, publishedAt, leader, ...board }) => ({
    ...board,
    latest: period === null ? null : { period, publishedAt, leader: leader ?? '' },
  }))
}

/** What a page of a board hangs on: as long as this is the same, so is the page. */
export interface Stamp {
  readonly townCode: string
  readonly version: number
  readonly unitKind: BoardFacts['unitKind']
  readonly isLive: boolean
  readonly editionId: string | null
  readonly period: string | null
  /** How many editions of the board are out, and how many appeals there are of this period. */
  readonly out: number
  readonly appeals: number
}

/** Where somebody reads: the town named, else their own, else the first. */
export interface Wanted {
  readonly named: string | undefined
  readonly own: string | null
}

export const wantedTown = ({ named, own }: Wanted): RawBuilder<unknown> => sql`(
  select code, name from towns where prefix is not null and (${named ?? null}::text is null or code = ${named ?? null})
  order by code is distinct from ${own}, code limit 1)`

/** Undefined when the town or the board is none; without an edition when the period is not out, or nothing is. */
export async function findStamp(db: Db, wanted: Wanted, boardCode: string, period: string | undefined): Promise<Stamp | undefined> {
  const edition = period
    ? sql`lateral (select * from board_editions out where out.town_code = t.code and out.board_code = d.code and out.period = ${period}
        and out.state = 'published' order by out.revision desc limit 1)`
    : lastOut(sql`t.code`, sql`d.code`)
  const { rows } = await sql<Stamp>`
    select t.code as "townCode", d.version, d.unit_kind as "unitKind", d.source = 'records' as "isLive", e.id as "editionId", e.period,
      (select count(*)::int from board_editions o where o.town_code = t.code and o.board_code = d.code and o.state = 'published') as out,
      (select count(*)::int from board_appeals a where a.town_code = t.code and a.board_code = d.code and a.period = e.period) as appeals
    from ${wantedTown(wanted)} t join board_definitions d on d.town_code = t.code and d.code = ${boardCode}
    left join ${edition} e on true`.execute(db)
  return rows[0]
}

/** The periods of a board that are out. */
export async function findPeriods(db: Db, townCode: string, boardCode: string): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select period from board_editions where town_code = ${townCode} and board_code = ${boardCode} and state = 'published' and revision = 1`.execute(
    db,
  )
  return rows.map(({ period }) => period)
}
