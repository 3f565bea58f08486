import type { BodyOf } from '../../../contract/call'
import type { canteenCalls, Guest } from '../../../contract/canteen'
import type { Db } from '../../database/connect'
import { forbidden, unfit } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { logAccess } from '../../shared/access-log'
import { tell } from '../../shared/inbox'
import { maskPhone, type Sealer } from '../../shared/seal'
import { later, minutes, shanghaiDay } from '../../shared/shanghai'
import { ageOn } from '../../shared/times'
import { redeem } from './family'
import { factsOf } from './order-check'
import { addGuestEvent, findGuest, forgive, type GuestRow, setPapers, wasShown } from './queries-guests'
import type { CanteenRow } from './queries-menu'

/** Staff at the counter of a canteen. */
export interface Desk {
  readonly canteen: CanteenRow
  readonly person: Identity
  readonly sealer: Sealer
  readonly now: Date
}

/** A guest who showed their code may be looked after for so long. */
const shownMinutes = 30
const oldest = 130

/** The guest who shows the code; that staff read their papers is written down. */
export async function lookUp(tx: Db, desk: Desk, code: string): Promise<Guest> {
  const { personId } = await redeem(tx, code, desk.now)
  return readGuest(tx, desk, personId, 'canteen-guest')
}

/** The guest who has just shown their code, once more. Throws 403 like writePapers. */
export async function readAgain(tx: Db, desk: Desk, personId: string): Promise<Guest> {
  await mustBeShown(tx, desk, personId)
  return readGuest(tx, desk, personId, 'canteen-papers')
}

/**
 * Writes down what the papers of a guest say and tells them. Throws 403 unless the guest has just shown their code to this person, who is
 * somebody else.
 */
export async function writePapers(
  tx: Db,
  desk: Desk,
  personId: string,
  papers: BodyOf<(typeof canteenCalls)['PUT /canteens/:id/guests/:personId']>,
): Promise<Guest> {
  const { canteen, person, sealer, now } = desk
  await mustBeShown(tx, desk, personId)
  const { birthday, statuses, deliveryAddress } = papers
  const today = shanghaiDay(now)
  if (birthday >= today || ageOn(today, birthday) > oldest)
    throw unfit('canteen-birthday', '出生日期不对，请对照证件再看一遍。', 'body/birthday')
  await setPapers(
    tx,
    {
      townCode: canteen.townCode,
      personId,
      factsSealed: sealer.seal(JSON.stringify({ birthday, statuses })),
      addressSealed: deliveryAddress && sealer.seal(deliveryAddress.trim()),
      staffId: person.personId,
    },
    now,
  )
  await addGuestEvent(tx, { kind: 'papers', townCode: canteen.townCode, canteenId: canteen.id, staffId: person.personId, personId }, now)
  const body = `${canteen.name}已登记您的年龄和身份${deliveryAddress ? '，可以送餐到家' : ''}，订餐时自动优惠。`
  await tell(tx, now, [personId], { title: '已登记', body, link: '/pages/canteen/family/index' })
  return readGuest(tx, desk, personId, 'canteen-papers')
}

/** Staff had a word with the guest, who may book again. Throws 403 like writePapers. */
export async function haveWord(tx: Db, desk: Desk, personId: string, note: string): Promise<void> {
  const { canteen, person, now } = desk
  await mustBeShown(tx, desk, personId)
  await forgive(tx, { townCode: canteen.townCode, personId, staffId: person.personId, note: note.trim() }, now)
  await addGuestEvent(tx, { kind: 'word', townCode: canteen.townCode, canteenId: canteen.id, staffId: person.personId, personId }, now)
  await tell(tx, now, [personId], {
    title: '可以接着订餐了',
    body: '来不了请提前取消，把份数留给别人。',
    link: '/pages/canteen/home/index',
  })
}

async function mustBeShown(tx: Db, { canteen, person, now }: Desk, personId: string): Promise<void> {
  if (personId === person.personId) throw forbidden('canteen-own-papers', '自己的证件要请另一位工作人员核对。')
  const since = later(now, -minutes(shownMinutes))
  if (!(await wasShown(tx, canteen.townCode, person.personId, personId, since))) {
    throw forbidden('canteen-guest-not-shown', '请客人先出示六位号码，再办理。')
  }
}

/** Each read is written down; only what the guest showed the code for, canteen-guest, opens the thirty minutes. */
async function readGuest(
  tx: Db,
  { canteen, person, sealer, now }: Desk,
  personId: string,
  what: 'canteen-guest' | 'canteen-papers',
): Promise<Guest> {
  await logAccess(tx, { townCode: canteen.townCode, readerId: person.personId, subjectId: personId, matter: canteen.id, what }, now)
  return guestOf((await findGuest(tx, canteen.id, personId, now)) as GuestRow, sealer)
}

function guestOf({ phoneSealed, factsSealed, addressSealed, ...row }: GuestRow, sealer: Sealer): Guest {
  const facts = factsOf(factsSealed, sealer)
  return {
    ...row,
    phone: phoneSealed && maskPhone(sealer.open(phoneSealed)),
    birthday: facts?.birthday ?? null,
    statuses: [...(facts?.statuses ?? [])],
    deliveryAddress: addressSealed && sealer.open(addressSealed),
  }
}
