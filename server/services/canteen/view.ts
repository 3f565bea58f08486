import type { Canteen, CounterOrder, Dish, Menu, Order, Plan } from '../../../contract/canteen'
import { distance, type Point } from '../../shared/geo'
import type { PhotoSigner } from '../../shared/photos'
import { shanghaiDay } from '../../shared/shanghai'
import { minuteOfDay, timeOf } from '../../shared/times'
import type { CanteenRow, DishRow, MenuRow } from './queries-menu'
import type { OrderRow } from './queries-orders'
import { mayCancel, mayRate } from './rules'

/** A canteen as guests see it; `near` is where they ask from. */
export function canteenOf(row: CanteenRow, now: Date, near?: Point): Canteen {
  const { lng, lat, sittings, ...rest } = row
  const location = lng === null || lat === null ? null : { lng, lat }
  const minute = minuteOfDay(now)
  return {
    ...rest,
    location,
    distance: near && location ? Math.round(distance(near, location)) : null,
    hours: sittings.map(({ sitting, opens, closes }) => ({ sitting, opens: timeOf(opens), closes: timeOf(closes) })),
    openNow: sittings.some(({ opens, closes }) => opens <= minute && minute < closes),
  }
}

/** A dish as staff wrote it down. */
export function dishOf({ photoId, starsSum, starsCount, partAllergens, ...rest }: DishRow, signer: PhotoSigner, now: Date): Dish {
  return {
    ...rest,
    pictureUrl: photoId && signer.url(photoId, 'thumb', now),
    stars: starsCount === 0 ? null : Math.round((starsSum / starsCount) * 10) / 10,
    ratings: starsCount,
  }
}

/** A dish as guests get it: in a set meal is what is in its dishes. */
export const servedDishOf = (row: DishRow, signer: PhotoSigner, now: Date): Dish => ({
  ...dishOf(row, signer, now),
  allergens: [...new Set([...row.allergens, ...row.partAllergens])],
})

export const windowOf = ({ starts, ends, left }: { starts: number; ends: number; left: number }) => ({
  starts: timeOf(starts),
  ends: timeOf(ends),
  left,
})

export function menuOf({ published, closedReason, windows, items, ...rest }: MenuRow, now: Date): Menu {
  return {
    ...rest,
    open: published && closedReason === null && new Date(rest.orderUntil) > now,
    closed: closedReason,
    windows: windows.map(windowOf),
    items: [...items],
  }
}

export const planOf = ({ date, sitting, published, closedReason, items }: MenuRow, orders: number): Plan => ({
  date,
  sitting,
  published,
  closed: closedReason,
  orders,
  items: [...items],
})

const billRow = ({ totalFen, lines, payableFen }: OrderRow) => ({ totalFen, lines: [...lines], payableFen })
const windowRow = ({ starts, ends }: OrderRow) => ({ starts: timeOf(starts), ends: timeOf(ends) })

/** A meal as those who booked or eat it see it. */
export function orderOf(row: OrderRow, personId: string, now: Date): Order {
  const { id, canteenId, canteenName, date, sitting, mode, state, way, payment, note, number } = row
  const person = (of: 'orderer' | 'eater') => ({ id: row[`${of}Id`], nickname: row[`${of}Name`], me: row[`${of}Id`] === personId })
  return {
    ...{ id, canteenId, canteenName, date, sitting, mode, state, way, payment, note, number },
    window: windowRow(row),
    orderer: person('orderer'),
    eater: person('eater'),
    items: [...row.items],
    bill: billRow(row),
    createdAt: row.createdAt,
    cancelUntil: row.cancelUntil,
    payBy: row.state === 'booked' && row.payment === 'unpaid' ? row.payBy : null,
    collectedAt: row.collectedAt,
    endedReason: row.endedReason,
    mayCancel: mayCancel(row, now),
    mayRate: mayRate(row),
  }
}

/** Why somebody pays less, their age or their allowance, is not for the counter to read out. */
const counterLabels = { discount: '优惠', subsidy: '补贴' } as const

/** A meal as the counter sees it. */
export function counterOrderOf(row: OrderRow): CounterOrder {
  const { id, number, mode, state, way, payment, note, eaterId, collectedAt } = row
  return {
    ...{ id, number, mode, state, way, payment, note, eaterId, collectedAt },
    eater: row.eaterName,
    orderer: row.ordererId === row.eaterId ? null : row.ordererName,
    window: windowRow(row),
    items: [...row.items],
    bill: { ...billRow(row), lines: row.lines.map(({ kind, fen }) => ({ kind, label: counterLabels[kind], fen })) },
    collectedBy: row.collectedByName,
  }
}

/** The days a menu is asked for: from today, a week, unless it is said. */
export const spanOf = ({ from, days = 7 }: { from?: string | undefined; days?: number | undefined }, now: Date) => ({
  from: from ?? shanghaiDay(now),
  days,
})
