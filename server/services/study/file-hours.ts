import { minuteOf } from '../../shared/times'
import type { Hours } from './rules-hours'
import { spanFault } from './rules-hours-check'

const all = [1, 2, 3, 4, 5, 6, 7]
const range = /^(?:周|星期)?([1-7一二三四五六日])(?:[-~至到](?:周|星期)?([1-7一二三四五六日]))?$/
const time = /^(\d{1,2}:[0-5]\d)[-~至到](\d{1,2}:[0-5]\d)$/

/**
 * Hours as people write them into a cell: 10:00-22:00; 09:00-12:00;13:00-17:00; 周一至周五 09:00-17:00；6-7 10:00-16:00. A sentence in
 * Chinese when they are none.
 */
export function readHours(text: string): Hours['weekly'] | string {
  const parts = text.split(/[;；]/).map((part) => part.trim())
  const spans = parts.filter(Boolean).map(readPart)
  const wrong = spans.indexOf(undefined)
  if (wrong >= 0) return `开放时间“${parts.filter(Boolean)[wrong]?.slice(0, 20)}”看不懂，请写成 09:00-17:00 或 周一至周五 09:00-17:00`
  const weekly = spans.flatMap((span) => span ?? [])
  const fault = all.map((weekday) => spanFault(weekly.filter((span) => span.weekday === weekday))).find(Boolean)
  return fault ?? weekly.sort((a, b) => a.weekday - b.weekday || a.opens - b.opens)
}

function readPart(part: string): Hours['weekly'] | undefined {
  const [hours = '', days] = part.split(/\s+/).reverse()
  const [, from, to] = time.exec(hours) ?? []
  const weekdays = days === undefined ? all : readDays(days)
  if (!from || !to || !weekdays || part.split(/\s+/).length > 2) return undefined
  const span = { opens: minuteOf(from.padStart(5, '0')), closes: minuteOf(to.padStart(5, '0')) }
  const fits = span.opens < 1440 && span.closes <= 1440
  return fits ? weekdays.map((weekday) => ({ weekday, ...span })) : undefined
}

function readDays(text: string): number[] | undefined {
  const [, first, last = first] = range.exec(text) ?? []
  if (!first || !last) return undefined
  const [from, to] = [numberOf(first), numberOf(last)]
  return from <= to ? all.slice(from - 1, to) : undefined
}

const numberOf = (sign: string): number => (/\d/.test(sign) ? Number(sign) : '一二三四五六日'.indexOf(sign) + 1)
