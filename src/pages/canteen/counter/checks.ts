import { online } from '@/lib/online'
import type { CallError } from '@/lib/problem'
import { clockTime, dayOf } from '@/lib/time'
import type { CounterOrder } from '../../../../contract/canteen'
import { orderStateWords } from '../labels'
import type { Meal } from '../staff-meal'
import { isNumber } from './code'
import { handovers } from './handover-queue'
import type { RollStore } from './roll-store'

/** What the counter is told when a meal cannot be handed over. `kind` is how it looks. */
export interface Hindrance {
  readonly kind: 'again' | 'unpaid' | 'other'
  readonly words: string
}

/** What the last code led to: handed over (`pending`: the server does not know yet; `order` null: nobody could check), or not. */
export type Outcome =
  | { readonly kind: 'handed'; readonly order: CounterOrder | null; readonly at: number; readonly pending: boolean }
  | { readonly kind: 'refused'; readonly order: CounterOrder | null; readonly hindrance: Hindrance }

/** What this phone handed over a moment ago and has not been able to send. */
function handedOverHere(order: CounterOrder): Hindrance | null {
  const pending = handovers.pending(order.id)
  return pending ? { kind: 'again', words: `${order.eater}的这份餐 ${clockTime(pending.readAt)} 刚在这里交出，还没上传。` } : null
}

/** What keeps a meal from being handed over as far as the list on the phone tells; for a counter without a network. */
function hindranceIn(order: CounterOrder, meal: Meal, now: number): Hindrance | null {
  const here = handedOverHere(order)
  if (here) return here
  if (order.state === 'collected') {
    const when = order.collectedAt ? ` ${clockTime(order.collectedAt)}` : ''
    return { kind: 'again', words: `${order.eater}的这份餐已在${when} 由${order.collectedBy ?? '同事'}交出。` }
  }
  if (order.state !== 'booked') return { kind: 'other', words: `${order.eater}的这份餐${orderStateWords[order.state]}，不能取。` }
  if (meal.date > dayOf(now)) return { kind: 'other', words: `${order.eater}订的是另一天的，还没到时候。` }
  if (order.way === 'prepaid' && order.payment !== 'paid') {
    return { kind: 'unpaid', words: `${order.eater}的这份餐要先付款，还没付。网络恢复后才能收款。` }
  }
  return null
}

const notInList = (number: string): Hindrance => ({ kind: 'other', words: `名单里没有取餐号 ${number}，请再听一遍。` })

/** What can be known before asking. With a network only the server decides, but for what it has not been told yet. */
export function hindranceBefore(code: string, order: CounterOrder | null, { meal, roll }: RollStore, now: number): Hindrance | null {
  if (online.is) return order && handedOverHere(order)
  if (order) return hindranceIn(order, meal, now)
  return isNumber(code) && roll.value ? notInList(code) : null
}

/** How a refusal of the server looks. */
export function hindranceOf({ code, message: words }: CallError): Hindrance {
  if (code === 'canteen-collected') return { kind: 'again', words }
  return { kind: code === 'canteen-unpaid' ? 'unpaid' : 'other', words }
}
