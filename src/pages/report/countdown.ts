import { runningLimit } from '@/lib/matter'
import { saidTime, span, spanText } from '@/lib/time'
import type { ReportCard } from '../../../contract/report'

const minuteMs = 60_000
/** In the last minutes seconds count. */
const nearMs = 5 * minuteMs

type Clocked = Pick<ReportCard, 'state' | 'createdAt' | 'dueAt' | 'closeDueAt' | 'handledAt' | 'closedAt' | 'suspendedUntil'>

/** The one number of a matter: what it says, and how much of its time is used (0 to 1). */
export interface Countdown {
  readonly label: string
  readonly figure: string
  readonly unit: string
  readonly late: boolean
  readonly used: number | null
}

/** How often a countdown to this limit has to be drawn anew. */
export const stepTo = (limit: string | null, now: number): number =>
  limit && Math.abs(new Date(limit).getTime() - now) <= nearMs + minuteMs ? 1000 : 20_000

/** The limit that runs, as a countdown; for a matter without one, what there is to say instead; null where nothing is. */
export function countdownOf(card: Clocked, now: number): Countdown | null {
  const limit = runningLimit(card)
  if (limit) return running(card, new Date(limit).getTime(), now)
  if (card.state === 'closed' && card.closedAt) return taken(card, card.closedAt)
  if (card.state === 'suspended' && card.suspendedUntil) {
    return { label: '挂账到', figure: saidTime(card.suspendedUntil, now), unit: '', late: false, used: null }
  }
  return null
}

function running(card: Clocked, limit: number, now: number): Countdown {
  const left = limit - now
  const start = new Date(card.createdAt).getTime()
  const used = Math.min(1, Math.max(0, (now - start) / Math.max(1, limit - start)))
  const goal = card.handledAt ? '办结' : '处置'
  if (left < 0) return { label: `${goal}已超时`, ...inUnits(left), late: true, used: 1 }
  const label = card.handledAt ? '承诺办结还剩' : '承诺剩余'
  if (left > nearMs) return { label, ...inUnits(left), late: false, used }
  return { label, figure: clock(left), unit: '分:秒', late: false, used }
}

function taken(card: Clocked, closedAt: string): Countdown {
  const length = new Date(closedAt).getTime() - new Date(card.createdAt).getTime()
  const late = card.handledAt !== null && card.handledAt > card.dueAt
  return { label: late ? '已办结，处置超时' : '已按时办结，共用', ...inUnits(length), late: false, used: null }
}

function inUnits(ms: number): { figure: string; unit: string } {
  const { figure, unit } = span(ms)
  return { figure: String(figure), unit }
}

/** 4:05 */
function clock(ms: number): string {
  const seconds = Math.ceil(ms / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** 剩 42 分钟, 剩 4:05, 超时 3 分钟: for the chip of a worklist. */
export function leftText(limit: string, now: number): { text: string; late: boolean } {
  const left = new Date(limit).getTime() - now
  if (left < 0) return { text: `超时 ${spanText(left)}`, late: true }
  return { text: `剩 ${left <= nearMs ? clock(left) : spanText(left)}`, late: false }
}
