import { sql } from 'kysely'
import type { BoardFacts, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Followed } from './follow'

/** How far the boards of a town reach that rank such units; undefined when there is none. */
export async function findReach(db: Db, townCode: string, kind: RankedKind): Promise<BoardFacts['reach'] | undefined> {
  const { rows } = await sql<{ reach: BoardFacts['reach'] }>`
    select reach from board_definitions where town_code = ${townCode} and unit_kind = ${kind}
    order by array_position('{city,district,town}'::text[], reach) limit 1`.execute(db)
  return rows[0]?.reach
}

/** How many others somebody follows. */
export async function countFollows(db: Db, personId: string, { townCode, kind, unitCode }: Followed): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from board_follows where person_id = ${personId}::uuid
      and (town_code, unit_kind, unit_code) <> (${townCode}, ${kind}, ${unitCode})`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertFollow(tx: Db, personId: string, { townCode, kind, unitCode }: Followed, now: Date): Promise<void> {
  await sql`
    insert into board_follows (town_code, unit_kind, unit_code, person_id, created_at)
    values (${townCode}, ${kind}, ${unitCode}, ${personId}::uuid, ${now.toISOString()}) on conflict do nothing`.execute(tx)
}

export async function deleteFollow(tx: Db, personId: string, { townCode, kind, unitCode }: Followed): Promise<void> {
  await sql`
    delete from board_follows where town_code = ${townCode} and unit_kind = ${kind} and unit_code = ${unitCode}
      and person_id = ${personId}::uuid`.execute(tx)
}
