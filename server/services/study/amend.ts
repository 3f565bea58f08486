import type { BodyOf } from '../../../contract/call'
import type { studyCalls } from '../../../contract/study'
import type { Db } from '../../database/connect'
import { takePhotos } from '../../shared/photos'
import { shanghaiDay } from '../../shared/shanghai'
import { type Done, settle } from './check-in'
import { addPhotos, lockPerson, setDeed } from './queries-check-in'
import { type CheckInRow, findCheckIn } from './queries-lists'
import { fewerMinutes, noSuchCheckIn, notToday, tooManyPhotos } from './refusals'
import { deedOf } from './scan'

type Extras = BodyOf<(typeof studyCalls)['PATCH /check-ins/:id']>
const mostPhotos = 3

/** Adds a thought, pictures or minutes to one's check-in of today, and what they bring. Throws a Refusal when it is not one's own or of today. */
export async function amend(tx: Db, personId: string, id: string, extras: Extras, now: Date): Promise<Done> {
  await lockPerson(tx, personId)
  const before = await findCheckIn(tx, id)
  if (before?.personId !== personId) throw noSuchCheckIn()
  if (before.day !== shanghaiDay(now) || before.state === 'refused') throw notToday()
  const { thought, minutes, photoIds } = deedOf(extras)
  if (minutes !== null && minutes < (before.minutes ?? 0)) throw fewerMinutes(before.minutes as number)
  if (before.photos.length + photoIds.length > mostPhotos) throw tooManyPhotos()
  const photos = await takePhotos(tx, personId, photoIds, 'check-in', now)
  const taken = photos.map((photo) => photo.id)
  await addPhotos(tx, before.townCode, id, taken, before.photos.length)
  await setDeed(tx, id, { thought: thought ?? before.thought, minutes: minutes ?? before.minutes })
  return settle(tx, (await findCheckIn(tx, id)) as CheckInRow, false, now)
}
