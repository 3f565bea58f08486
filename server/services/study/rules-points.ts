import type { PointKind } from '../../../contract/study'
import { withinDay } from '../../shared/study-ledger'

export type EarnedKind = Exclude<PointKind, 'correction'>

/** So many points for every `unit`, at most `perDay` points on one day; a thought is to have `unit` characters. */
export interface PointRule {
  readonly kind: EarnedKind
  readonly points: number
  readonly unit: number
  readonly perDay: number | null
}

/** What was done at a check-in. */
export interface Deed {
  readonly thought: string | null
  readonly minutes: number | null
}

export type Sums = Readonly<Partial<Record<PointKind, number>>>

/** What the deed is worth beyond what it has brought already (`ofThis`), as far as the day (`ofDay`, all of it) has room. */
export function earned(rules: readonly PointRule[], deed: Deed, ofDay: Sums, ofThis: Sums): { kind: EarnedKind; points: number }[] {
  return rules.flatMap((rule) => {
    const had = ofThis[rule.kind] ?? 0
    // Only minutes grow: what else has brought something, the day's cap or not, brings no more.
    const due = had > 0 && rule.kind !== 'minutes' ? 0 : worth(rule, deed) - had
    const points = withinDay(due, rule.perDay, ofDay[rule.kind] ?? 0)
    return points > 0 ? [{ kind: rule.kind, points }] : []
  })
}

/** Routes and quizzes are not of one check-in: they have their own lines. */
function worth({ kind, points, unit }: PointRule, { thought, minutes }: Deed): number {
  if (kind === 'check_in') return points
  if (kind === 'minutes') return Math.floor((minutes ?? 0) / unit) * points
  return kind === 'thought' && lengthOf(thought) >= unit ? points : 0
}

/** Characters that are more than a space. */
const lengthOf = (text: string | null): number => [...(text ?? '').replace(/\s+/g, '')].length
