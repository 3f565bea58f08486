import { price } from '@/lib/money'
import type { CounterOrder } from '../../../../contract/canteen'
import { modeWords, paymentWords } from '../labels'

type Money = Pick<CounterOrder, 'way' | 'payment' | 'bill' | 'state'>

/** What the counter does about the money: 收 ¥12.75, 已付, 不用付. */
export function moneyWords({ way, payment, bill, state }: Money): string {
  if (bill.payableFen === 0) return '不用付'
  if (payment === 'refunding') return `退 ${price(bill.payableFen)}`
  if (way === 'counter' && (state === 'booked' || state === 'collected')) return `收 ${price(bill.payableFen)}`
  return way === 'prepaid' && payment === 'unpaid' ? `未付 ${price(bill.payableFen)}` : paymentWords[payment]
}

/** 打包带走 · 收 ¥12.75 */
export const modeAndMoney = (order: Money & Pick<CounterOrder, 'mode'>): string => `${modeWords[order.mode]} · ${moneyWords(order)}`
