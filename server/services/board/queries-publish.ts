import { sql } from 'kysely'
import type { Correction } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { spell } from '../../shared/pinyin'
import type { DraftRow } from './queries-drafts'
import type { EditionKey } from './queries-entries'
import type { RankedRow } from './rules-rank'

/** Keeps the rows of a board for ever, as they stand on it. */
export async function insertRows(tx: Db, { townCode, id }: EditionKey, rows: readonly RankedRow[]): Promise<void> {
  const written = rows.map((row) => ({ ...row, ...spell(row.name) }))
  // As one parameter: of as many values the database would have to be told one by one.
  await sql`
    insert into board_rows (town_code, edition_id, position, unit_code, name, pinyin, initials, standing, rank, score, change, rank_change,
      mark, reason, adds)
    select ${townCode}, ${id}::uuid, r.position, r."unitCode", r.name, r.pinyin, r.initials, r.standing, r.rank, r.score, r.change,
      r."rankChange", r.mark, r.reason, r.adds
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as r (position integer, "unitCode" text, name text, pinyin text,
      initials text, standing text, rank integer, score numeric, change numeric, "rankChange" integer, mark text, reason text, adds jsonb)`.execute(
    tx,
  )
}

export interface Publication {
  readonly personId: string
  readonly digest: string
  readonly ranked: number
  readonly apart: number
  /** All of them; null in a first edition. */
  readonly changes: Correction['changes'] | null
}

/** As many changes are told one by one. */
const toldChanges = 50

/** Makes what was reviewed the published one. */
export async function setPublished(tx: Db, { townCode, id }: DraftRow, publication: Publication, now: Date): Promise<void> {
  const { personId, digest, ranked, apart, changes } = publication
  const told = changes && JSON.stringify(changes.slice(0, toldChanges))
  await tx
    .updateTable('board_editions')
    .set({ state: 'published', digest, ranked, apart, changes: told, changed_units: changes?.length ?? null })
    .set({ published_by: personId, published_at: now.toISOString(), changed_at: now.toISOString() })
    .where('town_code', '=', townCode)
    .where('id', '=', id)
    .execute()
}

export interface Follower {
  readonly personId: string
  /** Those they follow, in the order they began to. */
  readonly unitCodes: readonly string[]
}

/** Who follows some of these units. */
export async function findFollowers(tx: Db, townCode: string, kind: string, unitCodes: readonly string[]): Promise<Follower[]> {
  const { rows } = await sql<Follower>`
    select person_id as "personId", array_agg(unit_code order by created_at, unit_code) as "unitCodes" from board_follows
    where town_code = ${townCode} and unit_kind = ${kind} and unit_code = any(${[...unitCodes]}::text[])
    group by person_id`.execute(tx)
  return rows
}
