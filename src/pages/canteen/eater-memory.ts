import { keep, recall } from '@/lib/storage'
import { session } from '@/session/session'

const keptAs = 'canteen-eater'

/** For whom the person who holds the phone booked last. */
export const rememberEater = (eaterId: string | null): void => {
  keep(keptAs, { owner: session.person?.id, eaterId })
}

export function rememberedEater(): string | null {
  const kept = recall<{ owner?: string; eaterId: string | null } | null>(keptAs, null)
  return kept && kept.owner === session.person?.id ? kept.eaterId : null
}
