import type { Order, Sitting } from '../../contract/canteen'
import { keep, recall } from './storage'
import { dayOf } from './time'

export const sittingWords: Record<Sitting, string> = { breakfast: '早餐', lunch: '午餐', dinner: '晚餐' }

const dayMs = 86_400_000
const weekdays = '日一二三四五六'
const atMidnight = (day: string) => new Date(`${day}T00:00:00Z`)

/** The day so many days after another, YYYY-MM-DD. */
export const dayAfter = (day: string, count: number): string =>
  new Date(atMidnight(day).getTime() + count * dayMs).toISOString().slice(0, 10)

/** 周三 */
export const weekdayOf = (day: string): string => `周${weekdays[atMidnight(day).getUTCDay()]}`

/** 11月25日 */
export const dateText = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

/** 今天, 明天, 11月25日 周三 */
export function dayName(day: string, now: number): string {
  const today = dayOf(now)
  if (day === today) return '今天'
  return day === dayAfter(today, 1) ? '明天' : `${dateText(day)} ${weekdayOf(day)}`
}

/** 今天, 明天, 后天, 周五: one of the next days, as short as people say it. */
export const shortDay = (day: string, now: number): string => {
  const today = dayOf(now)
  return ['今天', '明天', '后天'].find((_, ahead) => day === dayAfter(today, ahead)) ?? weekdayOf(day)
}

/** 明天午餐, 11月25日 周三午餐 */
export const mealName = ({ date, sitting }: Pick<Order, 'date' | 'sitting'>, now: number): string =>
  `${dayName(date, now)}${sittingWords[sitting]}`

/** 红烧狮子头, 红烧狮子头等 3 样 */
export function dishesText(items: Order['items']): string {
  const name = items[0]?.name ?? ''
  return items.length > 1 ? `${name}等 ${items.length} 样` : name
}

/** Whose meal it is, for who reads it: nothing for one's own, 给王阿姨 for one that was booked for her. */
export const forWhom = ({ eater }: Pick<Order, 'eater'>): string => (eater.me ? '' : `给${eater.nickname}`)

const keptAs = 'next-meal'

/** Keeps the meal that comes next on the phone: its four digits are wanted where the network may be away. Null: there is none. */
export function keepMeal(personId: string, order: Order | null): void {
  keep(keptAs, order && { personId, order })
}

/** The meal kept for the person, if its day is not over. */
export function recallMeal(personId: string | undefined, now: number): Order | null {
  const kept = recall<{ personId: string; order: Order } | null>(keptAs, null)
  return kept && kept.personId === personId && kept.order.date >= dayOf(now) ? kept.order : null
}
