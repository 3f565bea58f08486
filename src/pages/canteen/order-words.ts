import { price } from '@/lib/money'
import { saidTime } from '@/lib/time'
import type { Order } from '../../../contract/canteen'
import { paymentWords, payWayWords } from './labels'

/** 王小雯替您订的, 给王阿姨订的; nothing for one's own. */
export function whoWords({ eater, orderer }: Pick<Order, 'eater' | 'orderer'>): string {
  if (!eater.me) return orderer.me ? `给${eater.nickname}订的` : `${orderer.nickname}给${eater.nickname}订的`
  return orderer.me ? '' : `${orderer.nickname}替您订的`
}

type Paid = Pick<Order, 'state' | 'way' | 'payment' | 'payBy' | 'bill'>

/** Where the money stands, in words: 到店付, 已付, 待退款. */
export function paymentLine({ state, way, payment, payBy, bill }: Paid, now: number): string {
  const sum = price(bill.payableFen)
  if (payBy) return `请在 ${saidTime(payBy, now)} 前到柜台付 ${sum}，过时份数会放回`
  if (payment !== 'unpaid') return `${paymentWords[payment]} ${sum}`
  if (state === 'booked') return `${payWayWords[way]} ${sum}`
  return state === 'collected' ? `应付 ${sum}` : '没有付款，不用退'
}

export interface Step {
  readonly text: string
  readonly at: string | null
}

/** What has happened to a meal, the newest first. */
export function stepsOf(order: Order): Step[] {
  const booked = { text: order.orderer.me ? '您订好了' : `${order.orderer.nickname}订好了`, at: order.createdAt }
  const reason = order.endedReason ? `：${order.endedReason}` : ''
  const ends: Partial<Record<Order['state'], Step>> = {
    collected: { text: '已取餐', at: order.collectedAt },
    cancelled: { text: `已取消${reason}`, at: null },
    expired: { text: '超时没付款，份数已放回', at: null },
    no_show: { text: '过了时间没来取', at: null },
  }
  const refund = { refunding: '待退款，食堂会把钱退给您', refunded: '已退款' }[order.payment as 'refunding' | 'refunded']
  const end = ends[order.state]
  return [...(refund ? [{ text: refund, at: null }] : []), ...(end ? [end] : []), booked]
}
