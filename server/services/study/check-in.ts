import type { CheckInResult, CheckInWay } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { newId } from '../../shared/id'
import { type PhotoRow, type PhotoSigner, takePhotos } from '../../shared/photos'
import { asStored, shanghaiDay } from '../../shared/shanghai'
import { addPhotos, findBefore, insertCheckIn, lockPerson, type NewCheckIn } from './queries-check-in'
import type { CheckInRow } from './queries-lists'
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
  readonly nickname: string
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
  const marks = marksOf({ ...attempt, ...before, site: { ...site, hours: site } })
  const state = marks.length > 0 ? 'pending' : 'counted'
  const photos = await takePhotos(tx, personId, photoIds, 'check-in', now)
  if (!(await insertCheckIn(tx, { ...asked, marks, state }, now))) throw checkedInToday(asked.day, nextCounts(site, asked.day))
  const ids = photos.map(({ id }) => id)
  await addPhotos(tx, site.townCode, asked.id, ids, 0)
  return settle(tx, rowOf({ ...asked, marks, state }, attempt, photos), true, now)
}

/** The row as it will read, so that it need not be read again. */
const rowOf = (
  { townCode, id, siteId, way, state, marks, day, at, fix, thought, minutes, personId, hostId }: NewCheckIn,
  { site, nickname }: Attempt,
  photos: readonly PhotoRow[],
): CheckInRow => ({
  ...{ townCode, id, siteId, way, state, marks, day, thought, minutes, personId, hostId, nickname, photos },
  ...{ siteName: site.name, kind: site.kind, siteLng: site.lng, siteLat: site.lat, lng: fix?.lng ?? null, lat: fix?.lat ?? null },
  ...{ points: 0, decidedAt: null, decisionNote: null },
  at: asStored(at.toISOString()),
})

/** Gives what a check-in brings that counts, and counts it at its site when it has just come to (`isNew`); one that waits brings nothing. */
export async function settle(tx: Db, row: CheckInRow, isNew: boolean, now: Date): Promise<Done> {
  if (row.state !== 'counted') return { row, reward: await noReward(tx, row.personId, row.townCode, now) }
  const given = await reward(tx, row, isNew, now)
  return { row: { ...row, points: given.lines.reduce((sum, { points }) => sum + points, row.points) }, reward: given }
}

/** What the person is told. */
export const resultOf = ({ row, reward: given }: Done, hours: Hours, signer: PhotoSigner, now: Date): CheckInResult => ({
  ...checkInOf(row, signer, now),
  ...given,
  nextCountsAt: nextCounts(hours, row.day).toISOString(),
})
