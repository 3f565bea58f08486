import { yuan } from '@/lib/money'
import type { Plan } from '../../../../contract/canteen'
import { countOf, fenOf } from '../staff-figures'

/** A dish of a meal as it is being planned: figures as typed. */
export interface DraftItem {
  readonly dishId: string
  readonly quota: string
  /** Yuan. */
  readonly price: string
}

export const mostQuota = 10_000
export const mostItems = 60
/** What a dish that is added begins with. */
export const usualQuota = '50'

export const draftOf = ({ items }: Pick<Plan, 'items'>): DraftItem[] =>
  items.map(({ dishId, quota, priceFen }) => ({ dishId, quota: String(quota), price: yuan(priceFen) }))

/** Whether the draft says, figure by figure, what the plan says already. */
export const isSame = (draft: readonly DraftItem[], plan: Pick<Plan, 'items'>): boolean =>
  JSON.stringify(draft) === JSON.stringify(draftOf(plan))

/** What is wrong with a line; null when nothing is. */
export function faultOf({ quota, price }: DraftItem, taken: number): string | null {
  const count = countOf(quota, mostQuota)
  if (count === null) return `份数要写 0 到 ${mostQuota} 的整数。`
  if (count < taken) return `已经订出 ${taken} 份，份数不能比这少。要停订请点「售完」。`
  return fenOf(price) === null ? '价格要写成元，比如 12 或 12.5。' : null
}

/** As the wire wants it; only for lines without a fault. */
export const bodyOf = (draft: readonly DraftItem[]) =>
  draft.map(({ dishId, quota, price }) => ({ dishId, quota: countOf(quota, mostQuota) ?? 0, priceFen: fenOf(price) ?? 0 }))
