import { sql } from 'kysely'
import type { BoardImport, ImportState } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Fault } from '../../shared/table-rows'
import type { RowFigures } from './rules-file-row'

export interface ImportKey {
  readonly townCode: string
  readonly id: string
}

export interface ImportRow extends ImportKey {
  readonly boardCode: string
  readonly boardVersion: number
  readonly state: ImportState
  readonly rows: number
  readonly faults: Fault[]
  readonly faultCount: number
}

export interface StagedRow extends RowFigures {
  readonly unitCode: string
  readonly line: number
}

export interface NewImport extends ImportKey {
  readonly boardCode: string
  readonly boardVersion: number
  readonly personId: string
}

export async function insertImport(tx: Db, { townCode, id, boardCode, boardVersion, personId }: NewImport, now: Date): Promise<void> {
  const at = now.toISOString()
  await tx
    .insertInto('board_imports')
    .values({
      town_code: townCode,
      id,
      board_code: boardCode,
      board_version: boardVersion,
      state: 'reading',
      made_by: personId,
      made_at: at,
      beat_at: at,
    })
    .execute()
}

/** An import of a board of the town; `lock` keeps it to oneself until the transaction ends. */
export async function findImport(db: Db, { townCode, id }: ImportKey, boardCode: string, lock = false): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select town_code as "townCode", id, board_code as "boardCode", board_version as "boardVersion", state, rows, faults,
      fault_count as "faultCount"
    from board_imports where town_code = ${townCode} and id = ${id}::uuid and board_code = ${boardCode}
    ${lock ? sql`for no key update` : sql``}`.execute(db)
  return rows[0]
}

/** Puts rows aside, and says how far the reading is. False when it has been given up meanwhile. */
export async function stageRows(
  db: Db,
  { townCode, id }: ImportKey,
  rows: readonly StagedRow[],
  count: number,
  now: Date,
): Promise<boolean> {
  const { rows: found } = await sql`
    with staged as (
      insert into board_import_rows (town_code, import_id, period, unit_code, line, figures, sample, vetoes, reason, note)
      select ${townCode}, ${id}::uuid, r.period, r."unitCode", r.line, r.figures, r.sample, r.vetoes, r.reason, r.note
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (period text, "unitCode" text, line integer, figures jsonb,
        sample integer, vetoes text[], reason text, note text))
    update board_imports set rows = ${count}::int, beat_at = ${now.toISOString()}::timestamptz
    where town_code = ${townCode} and id = ${id}::uuid and state = 'reading' returning id`.execute(db)
  return found.length > 0
}

/** Says that the reader is alive. */
export async function beat(db: Db, { townCode, id }: ImportKey, now: Date): Promise<void> {
  await sql`
    update board_imports set beat_at = ${now.toISOString()}::timestamptz
    where town_code = ${townCode} and id = ${id}::uuid and state = 'reading'`.execute(db)
}

export interface ReadResult {
  readonly rows: number
  /** The first of them. */
  readonly faults: readonly Fault[]
  readonly faultCount: number
}

/** Ends the reading: ready when nothing is wrong. False when it has been given up meanwhile. */
export async function endReading(db: Db, { townCode, id }: ImportKey, { rows, faults, faultCount }: ReadResult): Promise<boolean> {
  const { rows: found } = await sql`
    update board_imports set state = ${faultCount > 0 ? 'refused' : 'ready'}, rows = ${rows}::int, faults = ${JSON.stringify(faults)}::jsonb,
      fault_count = ${faultCount}::int
    where town_code = ${townCode} and id = ${id}::uuid and state = 'reading' returning id`.execute(db)
  return found.length > 0
}

/** The periods of an import's rows, with how many units each has, and whether it is out. */
export async function findPeriods(db: Db, { townCode, id, boardCode }: ImportRow): Promise<BoardImport['periods']> {
  const { rows } = await sql<BoardImport['periods'][number]>`
    select period, units, exists (select from board_editions e where e.town_code = ${townCode} and e.board_code = ${boardCode}
      and e.period = r.period and e.state = 'published') as published
    from (select period, count(*)::int as units from board_import_rows where town_code = ${townCode} and import_id = ${id}::uuid
      group by period) r order by period`.execute(db)
  return rows
}

/** The rows of a period. */
export async function findStaged(db: Db, { townCode, id }: ImportKey, period: string): Promise<StagedRow[]> {
  const { rows } = await sql<StagedRow>`
    select period, unit_code as "unitCode", line, figures, sample, vetoes, reason, note from board_import_rows
    where town_code = ${townCode} and import_id = ${id}::uuid and period = ${period}`.execute(db)
  return rows
}

/** Moves the rows of a period into an edition, in place of what it has of these units. */
export async function moveStaged(
  tx: Db,
  { townCode, id }: ImportKey,
  { period, editionId, personId }: { readonly period: string; readonly editionId: string; readonly personId: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into board_entries (town_code, edition_id, unit_code, figures, sample, vetoes, reason, note, entered_by, entered_at)
    select town_code, ${editionId}::uuid, unit_code, figures, sample, vetoes, reason, note, ${personId}::uuid, ${now.toISOString()}::timestamptz
    from board_import_rows where town_code = ${townCode} and import_id = ${id}::uuid and period = ${period}
    on conflict (town_code, edition_id, unit_code) do update set figures = excluded.figures, sample = excluded.sample,
      vetoes = excluded.vetoes, reason = excluded.reason, note = excluded.note, entered_by = excluded.entered_by,
      entered_at = excluded.entered_at`.execute(tx)
}

export async function setKept(tx: Db, { townCode, id }: ImportKey): Promise<void> {
  await sql`update board_imports set state = 'kept' where town_code = ${townCode} and id = ${id}::uuid`.execute(tx)
}

/** Refuses imports in a state that nothing has been heard of since, with a word why. */
export async function giveUp(db: Db, state: 'reading' | 'ready', since: string, fault: Fault): Promise<void> {
  await sql`
    update board_imports set state = 'refused', faults = ${JSON.stringify([fault])}::jsonb, fault_count = 1
    where state = ${state} and beat_at < ${since}::timestamptz`.execute(db)
}

/** Throws away rows of imports that are over, at most so many. */
export async function sweepRows(db: Db, most: number): Promise<void> {
  await sql`
    delete from board_import_rows where ctid = any(array(
      select r.ctid from board_imports i join board_import_rows r on r.town_code = i.town_code and r.import_id = i.id
      where i.state in ('refused', 'kept') limit ${most}::int))`.execute(db)
}

/** Throws away imports of which nothing is left but that they were. */
export async function sweepImports(db: Db, madeBefore: string): Promise<void> {
  await sql`
    delete from board_imports i where state <> 'reading' and made_at < ${madeBefore}::timestamptz
      and not exists (select from board_import_rows r where r.town_code = i.town_code and r.import_id = i.id)`.execute(db)
}
