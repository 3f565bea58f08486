import type { branchCalls } from '../../../contract/branch'
import type { BodyOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { releasePhoto, takePhotos } from '../../shared/photos'
import { shanghaiDay } from '../../shared/shanghai'
import { memberBranch } from './access'
import { addEvents, findOwn, lockPeople, putSaid, type TotalRow } from './queries-xuexi'
import { monthClosed, tooHigh, tooLow } from './refusals'
import { boundsOf, openMonths } from './rules-xuexi'

type Said = BodyOf<(typeof branchCalls)['POST /branch/xuexi']>

/** Writes down what a member says of this or last month. Throws a Refusal when the month is over, or the total does not fit the others. */
export async function say(tx: Db, person: Identity, { month, total, photoId }: Said, now: Date): Promise<TotalRow> {
  const { townCode } = memberBranch(person)
  const { personId } = person
  if (!openMonths(shanghaiDay(now)).includes(month)) throw monthClosed('body/month')
  await lockPeople(tx, [personId])
  const own = await findOwn(tx, townCode, personId)
  const { least, most } = boundsOf(own, month)
  if (total < least) throw tooLow(least)
  if (total > most) throw tooHigh(most)
  await takePhotos(tx, personId, [photoId], 'xuexi', now)
  const before = own.find((one) => one.month === month)
  await putSaid(tx, { townCode, personId, month, total, photoId, saidBy: personId }, now)
  if (before?.photo) await releasePhoto(tx, before.photo.id)
  await addEvents(tx, { townCode, kind: 'said', actorId: personId, month, note: null }, [{ personId, total }], now)
  return (await findOwn(tx, townCode, personId)).find((one) => one.month === month) as TotalRow
}
