import type { Db } from '../../database/connect'
import { notFound } from '../../errors'
import type { Identity } from '../../plugins/auth'
import type { Once, Receipt } from '../../plugins/idempotency'
import { newId } from '../../shared/id'
import type { Sealer } from '../../shared/seal'
import { asStored, later, minutes } from '../../shared/shanghai'
import { bookedLetters } from './letters'
import { type Judged, judge, type Wanted } from './order-check'
import { findSetting, isOvertaken, lockConsent, lockMeal, lockSubsidy, takeMeal } from './queries-booking'
import type { OrderRow } from './queries-orders'
import { noSuchEater, priceChanged } from './refusals'

export interface Booking {
  readonly person: Identity
  readonly wanted: Wanted & { readonly note?: string | null | undefined; readonly seenFen?: number | undefined }
  readonly sealer: Sealer
  readonly now: Date
}

/** Something was taken between the look and the hand: the transaction is to be rolled back, and the meal booked in turn. */
export class Overtaken extends Error {}

/** What the order would be now. Throws a Refusal when it cannot be had. */
export async function look(db: Db, { person, wanted, sealer, now }: Booking): Promise<Judged> {
  const setting = await findSetting(db, wanted, person.personId, wanted.forPersonId ?? person.personId, now)
  if (!setting) throw notFound('canteen-unknown', '没有这家食堂。')
  return judge(setting, wanted, sealer, now)
}

/**
 * Books an order that was looked at just now in one statement that is its own transaction, so that the meal is held for no longer than
 * the database needs. Undefined when more than that has to be held or said: the consent of a relative, the subsidy of a day, another price.
 * Throws a Refusal, or Overtaken: then nothing is written.
 */
export async function bookAtOnce(db: Db, booking: Booking, looked: Judged, once: Once): Promise<OrderRow | undefined> {
  const { wanted, person } = booking
  const { payableFen, subsidy } = looked.bill
  if (subsidy || (wanted.forPersonId ?? person.personId) !== person.personId || (wanted.seenFen ?? payableFen) !== payableFen)
    return undefined
  return take(db, booking, looked, once).catch((error) => {
    throw isOvertaken(error) ? new Overtaken() : error
  })
}

/** Books an order that was looked at just now, in the transaction. Throws a Refusal, or Overtaken. */
export async function book(tx: Db, booking: Booking, looked: Judged, receipt?: Receipt): Promise<OrderRow> {
  await keepConsent(tx, booking)
  return take(tx, booking, await keepSubsidy(tx, booking, looked), receipt)
}

async function take(db: Db, booking: Booking, judged: Judged, receipt?: Receipt | Once): Promise<OrderRow> {
  const { wanted, now } = booking
  const { bill, setting } = judged
  if (wanted.seenFen !== undefined && wanted.seenFen !== bill.payableFen) throw priceChanged(bill)
  const row = rowOf(booking, judged)
  const letters = bookedLetters(row, setting.menu.cancelUntil)
  const number = await takeMeal(db, row, { subsidy: bill.subsidy, made: setting.made, letters, now, receipt })
  if (number === undefined) throw new Overtaken()
  return { ...row, number }
}

/** Looks and books while nobody else can: for whom others overtook. Locks in the order that `book` does. Throws a Refusal. */
export async function bookInTurn(tx: Db, booking: Booking, receipt?: Receipt): Promise<OrderRow> {
  const { wanted, person } = booking
  await lockSubsidy(tx, wanted.forPersonId ?? person.personId, wanted.date)
  await lockMeal(tx, wanted)
  return book(tx, booking, await look(tx, booking), receipt)
}

async function keepConsent(tx: Db, { person, wanted: { forPersonId } }: Booking): Promise<void> {
  if (!forPersonId || forPersonId === person.personId) return
  if (!(await lockConsent(tx, person.personId, forPersonId))) throw noSuchEater()
}

/** The subsidy of a day goes to one meal, also when two are booked at once. */
async function keepSubsidy(tx: Db, { person, wanted, sealer, now }: Booking, looked: Judged): Promise<Judged> {
  if (!looked.bill.subsidy) return looked
  const subsidyFen = await lockSubsidy(tx, wanted.forPersonId ?? person.personId, wanted.date)
  return judge({ ...looked.setting, eater: { ...looked.setting.eater, subsidyFen } }, wanted, sealer, now)
}

/** The row as it will read, so that it need not be read again while the meal's row is held. The database gives the number. */
function rowOf({ person, wanted, now }: Booking, { setting, window, items, bill }: Judged): OrderRow {
  const { canteenId, date, sitting, mode, note = null, forPersonId } = wanted
  // Nothing is to be paid before where nothing is to be paid.
  const way = bill.payableFen > 0 && wanted.way ? wanted.way : 'counter'
  const { townCode, canteenName, menu, eater } = setting
  return {
    ...{ townCode, canteenId, canteenName, date, sitting, mode, way, note, items },
    ...untouched,
    id: newId(),
    number: '{number}',
    starts: window.starts,
    ends: window.ends,
    opens: setting.windows[0]?.starts ?? window.starts,
    ordererId: person.personId,
    ordererName: person.nickname,
    eaterId: forPersonId ?? person.personId,
    eaterName: eater.nickname,
    totalFen: bill.totalFen,
    payableFen: bill.payableFen,
    lines: bill.lines,
    createdAt: asStored(now.toISOString()),
    cancelUntil: asStored(menu.cancelUntil),
    endsAt: asStored(menu.endsAt),
    payBy: way === 'prepaid' ? asStored(later(now, minutes(setting.prepayMinutes))) : null,
  }
}

const untouched = {
  state: 'booked',
  payment: 'unpaid',
  endedReason: null,
  collectedAt: null,
  collectedByName: null,
  ratedAt: null,
} as const
