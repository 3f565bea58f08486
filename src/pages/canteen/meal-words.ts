import { clockTime, saidTime } from '@/lib/time'
import type { Eater, Menu, Order } from '../../../contract/canteen'

/** 剩 23 份, 已订完 */
export const leftWords = (left: number): string => (left > 0 ? `剩 ${left} 份` : '已订完')

/** 剩 12 位, 已满 */
export const placesWords = (left: number): string => (left > 0 ? `剩 ${left} 位` : '已满')

type Clocked = Pick<Menu, 'open' | 'closed' | 'orderUntil' | 'endsAt'>

/** Whether a meal can still be ordered, and until or since when. */
export function orderingWords({ open, closed, orderUntil, endsAt }: Clocked, now: number): string {
  if (closed !== null) return `这一餐不供应：${closed}`
  if (open && new Date(orderUntil).getTime() > now) return `${saidTime(orderUntil, now)} 前可订`
  if (new Date(endsAt).getTime() <= now) return '这一餐已经结束'
  return `${saidTime(orderUntil, now)} 已停止预订，现场供应到 ${clockTime(endsAt)}`
}

/** Can be ordered at this moment: the list may be older than the end of ordering. */
export const isOpen = ({ open, orderUntil }: Pick<Menu, 'open' | 'orderUntil'>, now: number): boolean =>
  open && new Date(orderUntil).getTime() > now

/** 11:15–11:30 */
export const windowText = ({ starts, ends }: Order['window']): string => `${starts}–${ends}`

/** 我自己, 妈妈（王阿姨） */
export const eaterName = ({ label, nickname }: Pick<Eater, 'label' | 'nickname'>): string => (label ? `${label}（${nickname}）` : '我自己')

/** 自己, 妈妈: in a sentence. */
export const eaterShort = ({ label }: Pick<Eater, 'label'>): string => label ?? '自己'
