import type { Badge, PointLine } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { shanghaiDay } from '../../shared/shanghai'
import type { NewLine } from '../../shared/study-ledger'
import { type Counted, type Due, findDue, findStanding, insertBrought, type Standing } from './queries-award'
import { findTownHours } from './queries-sites'
import { reached } from './rules-badges'
import { hoursOn } from './rules-hours'
import { earned } from './rules-points'
import { hasGap, streaksOf } from './rules-streak'
import { lineWords } from './words'

export interface Reward {
  readonly lines: PointLine[]
  readonly totalPoints: number
  readonly streak: number
  readonly newBadges: Badge[]
}

/**
 * Writes what a check-in that counts has brought beyond what it had: points by the town's rules, a route finished, badges reached; and one
 * more for its site when it has just come to count (`isNew`). The last thing that a transaction does.
 */
export async function reward(tx: Db, checkIn: Counted, isNew: boolean, now: Date): Promise<Reward> {
  const due = await findDue(tx, checkIn)
  const { streak } = await streakOf(tx, due, now)
  const lines = linesOf(checkIn, due)
  const routes = due.figures.routes + lines.filter(({ kind }) => kind === 'route').length
  const badges = reached(due.badges, { ...due.figures, routes, streak })
  const codes = badges.map(({ code }) => code)
  await insertBrought(tx, checkIn, { lines, badges: codes, isNew }, now)
  const at = now.toISOString()
  return {
    lines: lines.map(({ kind, points, why }) => ({ kind, points, why, at, day: checkIn.day })),
    totalPoints: lines.reduce((sum, { points }) => sum + points, due.totalPoints),
    streak,
    newBadges: badges.map(({ code, name, about }) => ({ code, name, about, earnedAt: at })),
  }
}

/** What somebody is told whose check-in waits: what they have. */
export async function noReward(tx: Db, personId: string, townCode: string, now: Date): Promise<Reward> {
  const standing = await findStanding(tx, personId, townCode)
  const { streak } = await streakOf(tx, standing, now)
  return { lines: [], totalPoints: standing.totalPoints, streak, newBadges: [] }
}

function linesOf(checkIn: Counted, { rules, ofDay, ofThis, routes }: Due): NewLine[] {
  const line = (kind: NewLine['kind'], points: number, place: string, routeId: string | null = null): NewLine => ({
    ...{ kind, points, routeId },
    why: lineWords(kind, place),
  })
  const forRoute = rules.find(({ kind }) => kind === 'route')?.points
  return [
    ...earned(rules, checkIn, ofDay, ofThis).map(({ kind, points }) => line(kind, points, checkIn.siteName)),
    ...(forRoute ? routes.map(({ id, name }) => line('route', forRoute, name, id)) : []),
  ]
}

/** The person's streak, by what was open in the town where they checked in last. */
export async function streakOf(
  db: Db,
  { days, lastTown }: Pick<Standing, 'days' | 'lastTown'>,
  now: Date,
): Promise<{ streak: number; longest: number }> {
  const today = shanghaiDay(now)
  const sites = lastTown !== null && hasGap(days, today) ? await findTownHours(db, lastTown) : []
  return streaksOf(days, today, (day) => sites.length > 0 && sites.every((hours) => hoursOn(hours, day).length === 0))
}
