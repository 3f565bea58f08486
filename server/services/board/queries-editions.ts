import { sql } from 'kysely'
import type { BoardFacts, Correction } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { previousPeriod } from './rules-period'
import type { Before } from './rules-rank'

/** A period of a board as it is out. */
export interface PublishedEdition {
  readonly id: string
  readonly period: string
  readonly revision: number
  /** The board as it was then. */
  readonly definition: BoardFacts
  readonly publishedAt: string
  readonly ranked: number
  readonly apart: number
  /** Why it corrects the revision before, and what that changed; null in a first edition. */
  readonly reason: string | null
  readonly changes: Correction['changes'] | null
  readonly changedUnits: number | null
}

/** The last revision of a period; without one, of the last period of the shortest kind that is out. */
export async function findPublished(db: Db, townCode: string, boardCode: string, period?: string): Promise<PublishedEdition | undefined> {
  const wanted = period === undefined ? sql`true` : sql`period = ${period}`
  const { rows } = await sql<PublishedEdition>`
    select id, period, revision, definition, published_at as "publishedAt", ranked, apart, reason, changes, changed_units as "changedUnits"
    from board_editions
    where town_code = ${townCode} and board_code = ${boardCode} and state = 'published' and ${wanted}
    order by array_position('{month,quarter,half}'::text[], period_kind), period desc, revision desc limit 1`.execute(db)
  return rows[0]
}

/** Where each unit stood in the equal period before, by its last revision that is out; nobody anywhere without one. */
export async function previousScores(db: Db, townCode: string, boardCode: string, period: string): Promise<Map<string, Before>> {
  const edition = await findPublished(db, townCode, boardCode, previousPeriod(period))
  return edition ? findPlaces(db, townCode, edition.id) : new Map()
}

/** Score and rank of each unit of an edition that is out. */
export async function findPlaces(db: Db, townCode: string, editionId: string): Promise<Map<string, Before>> {
  const { rows } = await sql<Before & { unitCode: string }>`
    select unit_code as "unitCode", score::text, rank from board_rows
    where town_code = ${townCode} and edition_id = ${editionId}::uuid`.execute(db)
  return new Map(rows.map(({ unitCode, score, rank }) => [unitCode, { score, rank }]))
}
