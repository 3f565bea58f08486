import { newKey } from '@/lib/key'
import type { CounterOrder } from '../../../../contract/canteen'
import type { Meal } from '../staff-meal'

/** A meal that this counter handed over, until the server knows. */
export interface Handover {
  readonly id: string
  /** Idempotency-Key, the same however often it is sent. */
  readonly key: string
  readonly canteenId: string
  /** What was said or scanned. */
  readonly code: string
  /** The meal that a number belongs to; a scanned code says it itself. */
  readonly meal: Meal | null
  /** Of the list on the phone, where it had the meal. */
  readonly orderId: string | null
  readonly number: string | null
  readonly eater: string | null
  /** When it was read, in ms. */
  readonly readAt: number
  /** Why it needs a look; null while it waits to be sent. */
  readonly conflict: string | null
  /** It was never sent: doing it again may do. */
  readonly isLate: boolean
}

/** The server takes what was read so long ago, and no older. */
const oldestMs = 600_000

export const secondsSince = ({ readAt }: Handover, now: number): number => Math.max(0, Math.round((now - readAt) / 1000))
export const isTooOld = ({ readAt }: Handover, now: number): boolean => now - readAt > oldestMs
/** The code of what is too old to be sent. */
export const tooOld = 'too-old'
export const tooOldWords = '超过 10 分钟没有网络，没能上传。请核对后重新交一次。'

type Read = { canteenId: string; code: string; meal: Meal | null; order: CounterOrder | null; readAt: number }

/** What was read just now. */
export const newHandover = ({ canteenId, code, meal, order, readAt }: Read): Handover => ({
  ...{ id: newKey(), key: newKey(), canteenId, code, meal, readAt },
  orderId: order?.id ?? null,
  number: order?.number ?? (meal ? code : null),
  eater: order?.eater ?? null,
  conflict: null,
  isLate: false,
})
