import type { CheckInResult, CheckInWay } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import { type PhotoSigner, takePhotos } from '../../shared/photos'
import { shanghaiDay } from '../../shared/shanghai'
import { addPhotos, countOne, findBefore, insertCheckIn, lockPerson } from './queries-check-in'
import { type CheckInRow, findCheckIn } from './queries-lists'
import type { SiteRow } from './queries-sites'
import { checkedInToday } from './refusals'
import { noReward, type Reward, reward } from './reward'
import { type Hours, nextCounts } from './rules-hours'
import { type Fix, marksOf } from './rules-marks'
import { checkInOf } from './view'

/** A check-in as it is to be judged and written. */
export interface Attempt {
  readonly site: SiteRow
  readonly personId: string
  readonly way: CheckInWay
  readonly step: number | null
  /** When the code was read, and how long the phone kept it. */
  readonly at: Date
  readonly keptMs: number
  readonly fix: Fix | undefined
  readonly device: string | null
  readonly hostId: string | null
  readonly thought: string | null
  readonly minutes: number | null
  readonly photoIds: readonly string[]
}

export interface Done {
  readonly row: CheckInRow
  readonly reward: Reward
}

/** Writes the check-in, with what it is worth when nothing speaks against it. Throws 409 when there is one of that day here. */
export async function checkIn(tx: Db, attempt: Attempt, now: Date): Promise<Done> {
  const { site, personId, at, photoIds } = attempt
  const asked = { ...attempt, townCode: site.townCode, siteId: site.id, id: newId(), day: shanghaiDay(at) }
  await lockPerson(tx, personId, attempt.device)
  const before = await findBefore(tx, asked)
  const marks = marksOf({ ...attempt, ...before, site: { ...site, hours: site }, previous: before.previous ?? undefined })
  const state = marks.length > 0 ? 'pending' : 'counted'
  const photos = await takePhotos(tx, personId, photoIds, 'check-in', now)
  if (!(await insertCheckIn(tx, { ...asked, marks, state }, now))) throw checkedInToday(asked.day, nextCounts(site, asked.day))
  const ids = photos.map(({ id }) => id)
  await addPhotos(tx, site.townCode, asked.id, ids, 0)
  return settle(tx, asked.id, now)
}

/** Gives what a check-in brings that has just come to count, and counts it at its site; one that waits brings nothing. */
export async function settle(tx: Db, id: string, now: Date): Promise<Done> {
  const row = (await findCheckIn(tx, id)) as CheckInRow
  if (row.state !== 'counted') return { row, reward: await noReward(tx, row.personId, row.townCode, now) }
  const given = await reward(tx, row, now)
  await countOne(tx, row)
  return { row: { ...row, points: pointsOf(row, given) }, reward: given }
}

export const pointsOf = (row: CheckInRow, { lines }: Reward): number => lines.reduce((sum, { points }) => sum + points, row.points)

/** What the person is told. */
export const resultOf = ({ row, reward: given }: Done, hours: Hours, signer: PhotoSigner, now: Date): CheckInResult => ({
  ...checkInOf(row, signer, now),
  ...given,
  nextCountsAt: nextCounts(hours, row.day).toISOString(),
})
