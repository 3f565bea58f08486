import type { ReportCard, State } from '../../contract/report'
import { spanText } from './time'

/** The state of a matter, as residents read it. */
export const stateWords: Record<State, string> = {
  submitted: '等待受理',
  accepted: '已受理',
  filed: '已立案',
  dispatched: '已派遣',
  handling: '处置中',
  handled: '待核查',
  verified: '待结案',
  closed: '已办结',
  returned: '重新派遣中',
  suspended: '挂账中',
  rejected: '不予受理',
  merged: '已并案',
  reopened: '已重开',
}

type Clocked = Pick<ReportCard, 'state' | 'dueAt' | 'closeDueAt' | 'handledAt'>

/** The limit that runs now: handled by, then closed by. Null when none runs (ended or suspended). */
export function runningLimit({ state, dueAt, closeDueAt, handledAt }: Clocked): string | null {
  if (['closed', 'rejected', 'merged', 'suspended'].includes(state)) return null
  return handledAt ? closeDueAt : dueAt
}

/** 剩 42 分钟, 超时 3 分钟; null when no limit runs. */
export function timeLeft(card: Clocked, now: number): { text: string; late: boolean } | null {
  const limit = runningLimit(card)
  if (!limit) return null
  const left = new Date(limit).getTime() - now
  return { text: `${left < 0 ? '超时' : '剩'} ${spanText(left)}`, late: left < 0 }
}

export type Tone = 'brand' | 'good' | 'warn' | 'bad' | 'quiet'

/** What the status chip says: an icon, a word and a tone, never a colour alone. */
export function chipOf(
  card: Clocked,
  now: number,
): { icon: 'clock' | 'check' | 'alert' | 'pause' | 'stop' | 'merge'; text: string; tone: Tone } {
  const word = stateWords[card.state]
  if (card.state === 'closed') return { icon: 'check', text: word, tone: 'good' }
  if (card.state === 'rejected') return { icon: 'stop', text: word, tone: 'quiet' }
  if (card.state === 'merged') return { icon: 'merge', text: word, tone: 'quiet' }
  const left = timeLeft(card, now)
  if (!left) return { icon: 'pause', text: word, tone: 'quiet' }
  return { icon: left.late ? 'alert' : 'clock', text: `${word} · ${left.text}`, tone: left.late ? 'bad' : 'warn' }
}

/** 爱博四村 20 号楼 3 层; the parts that are known. */
export function placeText({ compoundName, building, floor }: Pick<ReportCard, 'compoundName' | 'building' | 'floor'>): string {
  const part = (value: string | null, unit: string) => (value ? ` ${/\d$/.test(value) ? `${value} ${unit}` : value}` : '')
  return `${compoundName}${part(building, '号楼')}${part(floor, '层')}`
}
