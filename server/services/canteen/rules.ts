import type { Mode, OrderState, PaymentState, PayWay, Sitting } from '../../../contract/canteen'

/** What a meal must be for somebody to book it. */
export interface Offer {
  readonly published: boolean
  readonly closedReason: string | null
  readonly orderUntil: string
  readonly delivers: boolean
  readonly prepaid: boolean
  /** Pick-up numbers that are left. */
  readonly numbers: number
}

export interface Wish {
  readonly mode: Mode
  readonly way: PayWay
  /** The eater has an address that staff registered. */
  readonly registered: boolean
  readonly noShows: number
  readonly noShowLimit: number
  readonly held: number
  readonly made: number
  readonly ordersPerMeal: number
}

/** Who books and cancels the same meal again and again uses up its numbers. */
const roundsPerOrder = 3

export type Hindrance =
  | 'no-menu'
  | 'called-off'
  | 'too-late'
  | 'no-delivery'
  | 'not-registered'
  | 'no-prepay'
  | 'no-shows'
  | 'too-many'
  | 'too-often'
  | 'no-numbers'

/** What keeps a meal from being booked, whatever is left of it; null when nothing does. */
export function hindranceOf(offer: Offer | null, wish: Wish, now: Date): Hindrance | null {
  if (!offer?.published) return 'no-menu'
  if (offer.closedReason !== null) return 'called-off'
  if (new Date(offer.orderUntil) <= now) return 'too-late'
  if (wish.mode === 'delivery' && !offer.delivers) return 'no-delivery'
  if (wish.mode === 'delivery' && !wish.registered) return 'not-registered'
  if (wish.way === 'prepaid' && !offer.prepaid) return 'no-prepay'
  if (wish.noShows >= wish.noShowLimit) return 'no-shows'
  if (wish.held >= wish.ordersPerMeal) return 'too-many'
  if (wish.made >= wish.ordersPerMeal * roundsPerOrder) return 'too-often'
  return offer.numbers > 0 ? null : 'no-numbers'
}

/** The pick-up windows of a sitting, in minutes of the day; the last one ends with it, however short. */
export function windowsOf(opens: number, closes: number, length: number): { starts: number; ends: number }[] {
  const windows: { starts: number; ends: number }[] = []
  for (let starts = opens; starts < closes; starts += length) windows.push({ starts, ends: Math.min(starts + length, closes) })
  return windows
}

/** A booked meal may be cancelled by its guests until then. */
export const mayCancel = ({ state, cancelUntil }: { state: OrderState; cancelUntil: string }, now: Date): boolean =>
  state === 'booked' && new Date(cancelUntil) > now

/** The dishes of a meal are rated once, by who booked or ate it. */
export const mayRate = ({ state, ratedAt }: { state: OrderState; ratedAt: string | null }): boolean =>
  state === 'collected' && ratedAt === null

/** Handed over from so long before the sitting opens. */
export const earliestPickup = 2 * 60
/** Not collected so many minutes after the sitting: no-show. A counter without network has ten minutes to send what it handed over. */
export const noShowGrace = 15

export interface Meal {
  readonly state: OrderState
  readonly way: PayWay
  readonly payment: PaymentState
  readonly opensAt: Date
}

/** What keeps a meal from being handed over; null when nothing does. */
export function pickupHindrance({ state, way, payment, opensAt }: Meal, readAt: Date): 'collected' | 'ended' | 'early' | 'unpaid' | null {
  if (state === 'collected') return 'collected'
  if (state !== 'booked') return 'ended'
  if (readAt.getTime() < opensAt.getTime() - earliestPickup * 60_000) return 'early'
  return way === 'prepaid' && payment !== 'paid' ? 'unpaid' : null
}

/** What people call the meals. */
export const sittingWords: Readonly<Record<Sitting, string>> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }
