import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { monthsOf } from './rules-period'

/** What the months of a period add up to for a unit. */
export interface MonthSum {
  readonly unitCode: string
  /** How many of them it has a score in. */
  readonly months: number
  readonly sum: string
}

/** The months of a period that are not out yet. */
export async function findMissingMonths(db: Db, townCode: string, boardCode: string, period: string): Promise<string[]> {
  const { rows } = await sql<{ period: string }>`
    select distinct period from board_editions
    where town_code = ${townCode} and board_code = ${boardCode} and state = 'published' and period = any(${monthsOf(period)}::text[])`.execute(
    db,
  )
  const out = rows.map((row) => row.period)
  return monthsOf(period).filter((month) => !out.includes(month))
}

/** Sums of the scores of all months of a period, by their last revisions. */
export async function sumMonths(db: Db, townCode: string, boardCode: string, period: string): Promise<MonthSum[]> {
  const { rows } = await sql<MonthSum>`
    with months as (
      select distinct on (period) id from board_editions
      where town_code = ${townCode} and board_code = ${boardCode} and state = 'published' and period = any(${monthsOf(period)}::text[])
      order by period, revision desc)
    select r.unit_code as "unitCode", count(r.score)::int as months, sum(r.score)::text as sum
    from months m join board_rows r on r.town_code = ${townCode} and r.edition_id = m.id
    where r.score is not null group by r.unit_code order by r.unit_code`.execute(db)
  return rows
}
