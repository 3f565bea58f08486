import { type RawBuilder, sql } from 'kysely'
import type { PointKind } from '../../contract/study'
import { newId } from './id'

/** As many of the points that are due as the day still has room for; no cap: all. */
export const withinDay = (due: number, perDay: number | null, ofDay: number): number =>
  Math.max(0, Math.min(due, (perDay ?? Number.POSITIVE_INFINITY) - ofDay))

export interface NewLine {
  readonly kind: PointKind
  readonly points: number
  readonly why: string
  readonly routeId: string | null
}

/** Whose points they are, of which day, and what brought them. */
export interface Source {
  readonly townCode: string
  readonly personId: string
  readonly day: string
  readonly checkInId: string | null
  readonly quizId: string | null
}

/** The one statement that adds to the ledger; by itself, or as a part of another one. */
export function pointLines(
  { townCode, personId, day, checkInId, quizId }: Source,
  lines: readonly NewLine[],
  now: Date,
): RawBuilder<unknown> {
  return sql`
    insert into study_points (town_code, id, person_id, at, day, kind, points, why, check_in_id, quiz_id, route_code)
    select ${townCode}, line.id, ${personId}::uuid, ${now.toISOString()}::timestamptz, ${day}::date, kind, points, why,
      ${checkInId}::uuid, ${quizId}::uuid, route
    from unnest(${lines.map(newId)}::uuid[], ${lines.map(({ kind }) => kind)}::text[], ${lines.map(({ points }) => points)}::int[],
      ${lines.map(({ why }) => why)}::text[], ${lines.map(({ routeId }) => routeId)}::text[]) as line (id, kind, points, why, route)`
}
