import { sql } from 'kysely'
import type { Db } from '../../database/connect'
import { findReport, type ReportRow } from './queries'
import { nobody } from './sight'

interface Due {
  readonly townCode: string
  readonly id: string
}

/** In the words of the index: what the clock has not dealt with. */
const isDue = (now: Date) =>
  sql`r.ended_at is null and (r.overdue_at is null or r.state = 'suspended') and r.clock_at <= ${now.toISOString()}::timestamptz`

/** Reports whose running limit, or whose suspension, is over; the oldest first. What is left over is for the next turn. */
export async function findDue(db: Db, now: Date): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select r.town_code as "townCode", r.id from reports r where ${isDue(now)} order by r.clock_at limit 5000`.execute(db)
  return rows
}

/** The report, locked; undefined when somebody else has dealt with it or is at it. */
export async function lockDue(tx: Db, { townCode, id }: Due, now: Date): Promise<ReportRow | undefined> {
  const { rows } = await sql`
    select 1 from reports r where r.town_code = ${townCode} and r.id = ${id} and ${isDue(now)} for update skip locked`.execute(tx)
  return rows.length > 0 ? findReport(tx, townCode, id, nobody) : undefined
}
