import { type RawBuilder, sql } from 'kysely'
import type { BoardFacts, Correction } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Placed } from './rules-changes'
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

const published = (where: RawBuilder<unknown>) => sql<PublishedEdition>`
  select id, period, revision, definition, published_at as "publishedAt", ranked, apart, reason, changes, changed_units as "changedUnits"
  from board_editions where state = 'published' and ${where}`

/** The last revision of a period; without one, of the last period of the shortest kind that is out. */
export async function findPublished(db: Db, townCode: string, boardCode: string, period?: string): Promise<PublishedEdition | undefined> {
  const wanted = period === undefined ? sql`` : sql`and period = ${period}`
  const { rows } = await sql<PublishedEdition>`
    ${published(sql`town_code = ${townCode} and board_code = ${boardCode} ${wanted}`)}
    order by array_position('{month,quarter,half}'::text[], period_kind), period desc, revision desc limit 1`.execute(db)
  return rows[0]
}

/** Every revision of a period that is out, newest first. */
export async function findRevisions(db: Db, townCode: string, boardCode: string, period: string): Promise<PublishedEdition[]> {
  const { rows } = await sql<PublishedEdition>`
    ${published(sql`town_code = ${townCode} and board_code = ${boardCode} and period = ${period}`)} order by revision desc`.execute(db)
  return rows
}

/** Where each unit stood in the equal period before, by its last revision that is out; nobody anywhere without one. */
export async function previousScores(db: Db, townCode: string, boardCode: string, period: string): Promise<Map<string, Before>> {
  const edition = await findPublished(db, townCode, boardCode, previousPeriod(period))
  const places = edition ? await findPlaces(db, townCode, edition.id) : []
  return new Map(places.map(({ unitCode, score, rank }) => [unitCode, { score, rank }]))
}

/** Score and rank of each unit of an edition that is out, as they stand on it. */
export async function findPlaces(db: Db, townCode: string, editionId: string): Promise<Placed[]> {
  const { rows } = await sql<Placed>`
    select unit_code as "unitCode", name, score::text, rank from board_rows
    where town_code = ${townCode} and edition_id = ${editionId}::uuid order by position`.execute(db)
  return rows
}
