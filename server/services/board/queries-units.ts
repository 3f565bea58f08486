import { type RawBuilder, sql } from 'kysely'
import type { BoardFacts, RankedKind } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { NamedUnit } from './rules-rank'

/** What a person is called who does not let the name show. */
export const nameless = '一位党员'

/**
 * The units a board of a town ranks, by code: of the town, of its district, or of the whole city. Of persons only those of the town who
 * let their name show; their codes are their ids and stay on this side of the wire (unit-code.ts).
 */
export async function findUnits(db: Db, townCode: string, kind: RankedKind, reach: BoardFacts['reach']): Promise<NamedUnit[]> {
  const { rows } = await (kind === 'person' ? personsOf(townCode) : unitsOf(townCode, kind, reach)).execute(db)
  return rows
}

const personsOf = (townCode: string) => sql<NamedUnit>`
  select id::text as "unitCode", nickname as name from persons where town_code = ${townCode} and name_on_boards order by id`

const unitsOf = (townCode: string, kind: RankedKind, reach: BoardFacts['reach']) => sql<NamedUnit>`
  select distinct on (code) code as "unitCode", name from board_ranked_units
  where kind = ${kind} and ${townsOf(townCode, reach)} order by code, town_code`

/** Codes of districts begin with that of their city. */
function townsOf(townCode: string, reach: BoardFacts['reach']): RawBuilder<boolean> {
  if (reach === 'town') return sql`town_code = ${townCode}`
  const length = reach === 'district' ? 6 : 4
  return sql`left(town_code, ${sql.lit(length)}) = ${townCode.slice(0, length)}`
}

/** One of the units a board ranks; undefined when it is none of them. */
export async function findUnit(
  db: Db,
  board: Pick<BoardFacts, 'townCode' | 'unitKind' | 'reach'>,
  unitCode: string,
): Promise<NamedUnit | undefined> {
  const { townCode, unitKind, reach } = board
  if (unitKind === null) return undefined
  const all = unitKind === 'person' ? personsOf(townCode) : unitsOf(townCode, unitKind, reach)
  const { rows } = await sql<NamedUnit>`select * from (${all}) unit where "unitCode" = ${unitCode}`.execute(db)
  return rows[0]
}

/** Names of persons who let theirs show. */
export async function findShownNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<NamedUnit>`
    select id::text as "unitCode", nickname as name from persons where id = any(${[...ids]}::uuid[]) and name_on_boards`.execute(db)
  return new Map(rows.map(({ unitCode, name }) => [unitCode, name]))
}

/** Writes down a unit that only boards know of, or its new name. */
export async function putUnit(
  tx: Db,
  townCode: string,
  { kind, unitCode, name }: NamedUnit & { readonly kind: 'village_company' | 'enterprise' },
): Promise<void> {
  await tx
    .insertInto('board_units')
    .values({ town_code: townCode, kind, code: unitCode, name })
    .onConflict((conflict) => conflict.columns(['town_code', 'kind', 'code']).doUpdateSet({ name }))
    .execute()
}
