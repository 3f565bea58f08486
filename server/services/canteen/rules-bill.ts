import type { Bill, GuestStatus, Mode } from '../../../contract/canteen'
import { ageOn } from '../../shared/times'

/** A way of paying less, as the town keeps it: who, when, how much. Data, not code. */
export interface Tier {
  readonly code: string
  readonly kind: 'discount' | 'subsidy'
  /** On the bill: 80 岁以上 85 折. */
  readonly label: string
  readonly minAge: number
  readonly maxAge: number | null
  /** All of these must be on the papers. */
  readonly needs: readonly GuestStatus[]
  readonly modes: readonly Mode[]
  /** Of the price, for a discount. */
  readonly percent: number | null
  /** Off what is left, for a subsidy. */
  readonly amountFen: number | null
  /** Below it the tier gives nothing; a discount's is always held against the price before it. */
  readonly thresholdFen: number
  readonly thresholdOn: 'before' | 'after'
  readonly perDayFen: number | null
}

/** What staff have seen papers of. */
export interface Facts {
  readonly birthday: string
  readonly statuses: readonly GuestStatus[]
}

export interface Billing {
  readonly totalFen: number
  readonly day: string
  readonly mode: Mode
  /** Null: nothing is verified, the full price. */
  readonly facts: Facts | null
  /** Subsidy that the person has had on this day. */
  readonly usedFen: number
  readonly tiers: readonly Tier[]
}

/**
 * The bill. Order of application: first the best discount there is for the person, on the sum of the dishes, to the nearest fen, half up;
 * then the one subsidy that gives most, its threshold held against the sum before or after the discount as the tier says, cut to what
 * the day still allows and to what there is to pay. (Shape of the 甘泉路街道 notice of 2025-12: discount, then subsidy once a day.)
 */
export function billOf(billing: Billing): Bill & { readonly subsidy: { readonly code: string; readonly fen: number } | null } {
  const { totalFen } = billing
  const fitting = billing.tiers.filter((tier) => fits(tier, billing))
  const discount = best(fitting, (tier) => discountFen(tier, totalFen))
  const afterFen = totalFen - (discount?.fen ?? 0)
  const subsidy = best(fitting, (tier) => subsidyFen(tier, billing, afterFen))
  const lines = [discount, subsidy].flatMap((part) => (part ? [{ kind: part.tier.kind, label: part.tier.label, fen: -part.fen }] : []))
  return {
    totalFen,
    lines,
    payableFen: afterFen - (subsidy?.fen ?? 0),
    subsidy: subsidy && { code: subsidy.tier.code, fen: subsidy.fen },
  }
}

function fits({ minAge, maxAge, needs, modes }: Tier, { facts, day, mode }: Pick<Billing, 'facts' | 'day' | 'mode'>): boolean {
  if (!facts) return false
  const age = ageOn(day, facts.birthday)
  return age >= minAge && (maxAge === null || age <= maxAge) && modes.includes(mode) && needs.every((need) => facts.statuses.includes(need))
}

const discountFen = ({ percent, thresholdFen }: Tier, totalFen: number): number =>
  percent === null || totalFen < thresholdFen ? 0 : totalFen - Math.floor((totalFen * percent + 50) / 100)

function subsidyFen({ amountFen, thresholdFen, thresholdOn, perDayFen }: Tier, { totalFen, usedFen }: Billing, afterFen: number): number {
  const spent = thresholdOn === 'before' ? totalFen : afterFen
  if (amountFen === null || spent < thresholdFen) return 0
  return Math.max(0, Math.min(amountFen, afterFen, perDayFen === null ? amountFen : perDayFen - usedFen))
}

/** The tier that takes most off; among equals the first by its code, so that the same guest always reads the same bill. */
function best(tiers: readonly Tier[], fenOf: (tier: Tier) => number): { tier: Tier; fen: number } | null {
  const sorted = tiers.map((tier) => ({ tier, fen: fenOf(tier) })).sort((a, b) => b.fen - a.fen || (a.tier.code < b.tier.code ? -1 : 1))
  return sorted[0] && sorted[0].fen > 0 ? sorted[0] : null
}

/** The discount that the person has on a day, in words; null where there is none. */
export function discountOf(tiers: readonly Tier[], facts: Facts | null, day: string): string | null {
  const fitting = tiers.filter((tier) => fits(tier, { facts, day, mode: 'eat_in' }))
  return best(fitting, (tier) => discountFen(tier, 10_000))?.tier.label ?? null
}
