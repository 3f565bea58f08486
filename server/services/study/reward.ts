import type { Badge, PointLine } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { shanghaiDay } from '../../shared/shanghai'
import { type Counted, findDue, findStanding, insertBadges, insertLines, type NewLine, type Standing } from './queries-award'
import { findTownHours } from './queries-sites'
import { reached } from './rules-badges'
import { hoursOn } from './rules-hours'
import { earned } from './rules-points'
import { streaksOf } from './rules-streak'
import { lineWords } from './words'

export interface Reward {
  readonly lines: PointLine[]
  readonly totalPoints: number
  readonly streak: number
  readonly newBadges: Badge[]
}

/** Writes what a check-in that counts has brought beyond what it had: points by the town's rules, a route finished, badges reached. */
export async function reward(tx: Db, checkIn: Counted, now: Date): Promise<Reward> {
  const lines = await giveLines(tx, checkIn, now)
  const { standing, streak } = await standingOf(tx, checkIn.personId, checkIn.townCode, now)
  const badges = reached(standing.badges, { ...standing.figures, streak })
  const codes = badges.map(({ code }) => code)
  await insertBadges(tx, checkIn.townCode, checkIn.personId, codes, now)
  const earnedAt = now.toISOString()
  return {
    lines,
    totalPoints: standing.totalPoints,
    streak,
    newBadges: badges.map(({ code, name, about }) => ({ code, name, about, earnedAt })),
  }
}

/** What somebody is told whose check-in waits: what they have. */
export async function noReward(tx: Db, personId: string, townCode: string, now: Date): Promise<Reward> {
  const { standing, streak } = await standingOf(tx, personId, townCode, now)
  return { lines: [], totalPoints: standing.totalPoints, streak, newBadges: [] }
}

async function giveLines(tx: Db, checkIn: Counted, now: Date): Promise<PointLine[]> {
  const due = await findDue(tx, checkIn)
  const line = (kind: NewLine['kind'], points: number, place: string, routeId: string | null = null): NewLine => ({
    ...{ kind, points, routeId },
    why: lineWords(kind, place),
  })
  const forRoute = due.rules.find(({ kind }) => kind === 'route')?.points
  const lines = [
    ...earned(due.rules, checkIn, due.ofDay, due.ofThis).map(({ kind, points }) => line(kind, points, checkIn.siteName)),
    ...(forRoute ? due.routes.map(({ id, name }) => line('route', forRoute, name, id)) : []),
  ]
  await insertLines(tx, checkIn, lines, now)
  return lines.map(({ kind, points, why }) => ({ kind, points, why, at: now.toISOString(), day: checkIn.day }))
}

async function standingOf(db: Db, personId: string, townCode: string, now: Date): Promise<{ standing: Standing; streak: number }> {
  const standing = await findStanding(db, personId, townCode)
  return { standing, streak: (await streakOf(db, standing, now)).streak }
}

/** The person's streak, by what was open in the town where they checked in last. */
export async function streakOf(
  db: Db,
  { days, lastTown }: Pick<Standing, 'days' | 'lastTown'>,
  now: Date,
): Promise<{ streak: number; longest: number }> {
  if (lastTown === null) return { streak: 0, longest: 0 }
  const sites = await findTownHours(db, lastTown)
  return streaksOf(days, shanghaiDay(now), (day) => sites.every((hours) => hoursOn(hours, day).length === 0))
}
