import { randomInt } from 'node:crypto'
import type { BodyOf } from '../../../contract/call'
import type { canteenCalls, Eater } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { conflict, notFound, Refusal, unavailable, unfit } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { newId } from '../../shared/id'
import { tell } from '../../shared/inbox'
import type { Sealer } from '../../shared/seal'
import { later, minutes, shanghaiDay } from '../../shared/shanghai'
import { factsOf } from './order-check'
import { addTry, countTries, type EaterRow, endLink, findEaters, insertLink, setConsentCode, spendConsentCode } from './queries-family'
import { discountOf } from './rules-bill'

/** A code is shown and typed in on the spot. */
const codeMinutes = 10
/** So many wrong codes a day: a million codes cannot be tried out. */
const triesPerDay = 20
/** Somebody who books for more people is no family any more. */
const mostEaters = 10

export const eaterOf = ({ factsSealed, hasAddress, tiers, ...row }: EaterRow, sealer: Sealer, now: Date): Eater => {
  const facts = factsOf(factsSealed, sealer)
  return { ...row, verified: facts !== null, discount: discountOf(tiers, facts, shanghaiDay(now)), delivery: hasAddress }
}

/** Six digits for ten minutes; a new one takes the place of the one before. */
export async function giveCode(tx: Db, { personId }: Identity, now: Date): Promise<{ code: string; expiresAt: string }> {
  const expiresAt = later(now, minutes(codeMinutes))
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const code = String(randomInt(1_000_000)).padStart(6, '0')
    if (await setConsentCode(tx, personId, code, now, expiresAt)) return { code, expiresAt }
  }
  throw unavailable('现在人太多，请过一会儿再试。')
}

/** Refuses whoever has tried too many codes today; a wrong one is counted, whatever becomes of the request. */
export async function countingTries<T>(db: Db, { personId }: Identity, now: Date, work: () => Promise<T>): Promise<T> {
  const day = shanghaiDay(now)
  if ((await countTries(db, personId, day)) >= triesPerDay) throw new Refusal(429, 'canteen-code-tries', '今天输错太多次了，请明天再试。')
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal && error.code === 'canteen-consent-unknown') await addTry(db, personId, day)
    throw error
  }
}

/** Who shows the code, which is used up by it. Throws 404 when there is no such code any more. */
export async function redeem(tx: Db, code: string, now: Date): Promise<{ personId: string; nickname: string }> {
  const shown = await spendConsentCode(tx, code, now)
  if (!shown) throw notFound('canteen-consent-unknown', '这个号码不对或过期了，请家人重新出示。')
  return shown
}

/** Lets the person book for whoever shows the code, and tells both. */
export async function bind(
  tx: Db,
  { code, label }: BodyOf<(typeof canteenCalls)['POST /me/family']>,
  { personId, nickname }: Identity,
  now: Date,
): Promise<EaterRow> {
  const shown = await redeem(tx, code, now)
  if (shown.personId === personId) throw unfit('canteen-own-code', '这是您自己的号码，给自己订餐不用绑定。', 'body/code')
  const link = { id: newId(), bookerId: personId, eaterId: shown.personId, label: label.trim() }
  if (!(await insertLink(tx, link, now))) throw conflict('canteen-family-known', `您已经可以替${shown.nickname}订餐了。`)
  const eaters = await findEaters(tx, personId, now)
  if (eaters.length > mostEaters + 1) throw conflict('canteen-family-full', `最多替 ${mostEaters} 位家人订餐。`)
  const title = '家人代订'
  await tell(tx, now, [personId], { title, body: `您可以替${shown.nickname}订餐了。`, link: '/pages/canteen/family/index' })
  await tell(tx, now, [shown.personId], {
    title,
    body: `${nickname}可以替您订餐了。不是您同意的，请在“家人代订”里解除。`,
    link: '/pages/canteen/family/index',
  })
  return eaters.find((row) => row.linkId === link.id) as EaterRow
}

/** Ends a consent and tells the other of the two. Throws 404 when the person has no part in it. */
export async function unbind(tx: Db, id: string, { personId, nickname }: Identity, now: Date): Promise<void> {
  const link = await endLink(tx, id, personId, now)
  if (!link) throw notFound('canteen-family-unknown', '没有这个代订关系，可能已经解除。')
  const other = link.bookerId === personId ? link.eaterId : link.bookerId
  const body = link.bookerId === personId ? `${nickname}不再替您订餐了。` : `${nickname}解除了代订，您不能再替 TA 订餐。`
  await tell(tx, now, [other], { title: '代订已解除', body, link: '/pages/canteen/family/index' })
}
