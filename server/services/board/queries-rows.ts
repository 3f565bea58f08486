import { sql } from 'kysely'
import type { RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Search } from '../../shared/search'
import { matches } from '../../shared/search-sql'
import type { Placing } from './page-view'
import { shownName } from './queries-out'

export interface Edition {
  readonly townCode: string
  readonly boardCode: string
  readonly id: string
  readonly period: string
  readonly unitKind: RankedKind
}

export interface Part {
  readonly after: number
  readonly limit: number
}

const everything: Search = { words: '', letters: null }
/** More than any board has. */
const noLimit = 1_000_000

/** The rows of an edition that is out, as they stand on it; one more than `limit`. */
export async function findRows(
  db: Db,
  { townCode, boardCode, id, period, unitKind }: Edition,
  { after, limit }: Part = { after: 0, limit: noLimit },
  search: Search = everything,
): Promise<Placing[]> {
  const { rows } = await sql<Placing>`
    select r.position, r.unit_code as "unitCode", ${shownName(sql`${unitKind}::text`, 'r')} as name, r.standing, r.rank, r.score::text,
      r.change::text, r.rank_change as "rankChange", r.mark, r.reason, r.adds,
      r.unit_code in (select a.unit_code from board_appeals a
        where a.town_code = ${townCode} and a.board_code = ${boardCode} and a.period = ${period}) as appealed
    from board_rows r
    where r.town_code = ${townCode} and r.edition_id = ${id}::uuid and r.position > ${after} and ${matches(search, 'r')}
    order by r.position limit ${limit + 1}`.execute(db)
  return rows
}
