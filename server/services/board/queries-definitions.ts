import { sql } from 'kysely'
import type { BoardDefinition, BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'

/** A board as it stands now. */
export interface DefinedBoard {
  readonly facts: BoardFacts
  readonly version: number
}

/** The columns of `board_definitions d` as contract BoardFacts. */
export const factsColumns = sql`d.town_code as "townCode", d.code, d.parent_code as "parentCode", d.name, d.position, d.unit_kind as "unitKind",
  d.reach, d.source, d.mode, d.better, d.score_unit as "scoreUnit", d.decimals, d.parts, d.vetoes, d.period_kinds as "periodKinds",
  d.long_period as "longPeriod", d.tie_order as "tieOrder", d.minimum_sample as "minimumSample", d.red_line::text as "redLine",
  d.black_line::text as "blackLine", d.formula`

export async function findBoard(db: Db, townCode: string, code: string): Promise<DefinedBoard | undefined> {
  const { rows } = await sql<BoardFacts & { version: number }>`
    select ${factsColumns}, d.version from board_definitions d where d.town_code = ${townCode} and d.code = ${code}`.execute(db)
  return rows.map(({ version, ...facts }) => ({ facts, version }))[0]
}

export interface Written {
  readonly townCode: string
  readonly code: string
  readonly definition: BoardDefinition
  readonly personId: string
}

/** Writes a new board. False when there is one of that code. */
export async function insertBoard(tx: Db, { townCode, code, definition, personId }: Written, now: Date): Promise<boolean> {
  const added = await tx
    .insertInto('board_definitions')
    .values({ town_code: townCode, code, version: 1, ...columnsOf(definition), changed_by: personId, changed_at: now.toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .returning('code')
    .executeTakeFirst()
  return added !== undefined
}

/** Writes a board anew, unless it is another version by now. */
export async function updateBoard(tx: Db, { townCode, code, definition, personId }: Written, now: Date): Promise<boolean> {
  const changed = await tx
    .updateTable('board_definitions')
    .set({ ...columnsOf(definition), version: definition.version + 1, changed_by: personId, changed_at: now.toISOString() })
    .where('town_code', '=', townCode)
    .where('code', '=', code)
    .where('version', '=', definition.version)
    .returning('code')
    .executeTakeFirst()
  return changed !== undefined
}

/** Keeps a version for ever, with who wrote it. */
export async function addVersion(tx: Db, { townCode, code, definition, personId }: Written, now: Date): Promise<void> {
  const said = { version: definition.version, definition: JSON.stringify(definition), actor_id: personId, at: now.toISOString() }
  await tx
    .insertInto('board_definition_events')
    .values({ town_code: townCode, code, ...said })
    .execute()
}

const columnsOf = (board: BoardDefinition) => ({
  ...{ parent_code: board.parentCode, name: board.name, position: board.position, unit_kind: board.unitKind, reach: board.reach },
  ...{ source: board.source, mode: board.mode, better: board.better, score_unit: board.scoreUnit, decimals: board.decimals },
  ...{ parts: JSON.stringify(board.parts), vetoes: JSON.stringify(board.vetoes), period_kinds: [...board.periodKinds] },
  ...{ long_period: board.longPeriod, tie_order: board.tieOrder, minimum_sample: board.minimumSample },
  ...{ red_line: board.redLine, black_line: board.blackLine, formula: board.formula },
})

/** What a board's kind and place hang on: whether it has editions, boards below it, and whether its parent is a group. */
export async function findTies(db: Db, townCode: string, code: string, parentCode: string | null) {
  const { rows } = await sql<{ hasEditions: boolean; hasBoards: boolean; isParentGroup: boolean }>`
    select exists (select from board_editions where town_code = ${townCode} and board_code = ${code}) as "hasEditions",
      exists (select from board_definitions where town_code = ${townCode} and parent_code = ${code}) as "hasBoards",
      exists (select from board_definitions where town_code = ${townCode} and code = ${parentCode}::text and unit_kind is null)
        as "isParentGroup"`.execute(db)
  return rows[0] as (typeof rows)[number]
}
