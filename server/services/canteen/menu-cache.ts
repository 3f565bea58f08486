import { pack, type SharedAnswer } from '../../shared/shared-answer'

/** What is left of a menu is as old as this at most, in milliseconds: the last word is spoken when a meal is booked. */
const freshness = 1000
/** Days and canteens that somebody may ask for are many. */
const most = 200

/**
 * Keeps what everybody asks for at once: at eleven a thousand phones want the same menu. What this process changes itself shows at
 * once, what another does after a second.
 */
export class MenuCache {
  private readonly kept = new Map<string, { canteenId: string; madeAt: number; answer: Promise<SharedAnswer> }>()

  async get(canteenId: string, span: string, now: Date, make: () => Promise<unknown>): Promise<SharedAnswer> {
    const key = `${canteenId} ${span}`
    const kept = this.kept.get(key)
    if (kept && Math.abs(now.getTime() - kept.madeAt) < freshness) return kept.answer
    const answer = make().then(pack)
    this.kept.delete(key)
    if (this.kept.size >= most) this.kept.delete(this.kept.keys().next().value as string)
    this.kept.set(key, { canteenId, madeAt: now.getTime(), answer })
    answer.catch(() => this.drop(canteenId))
    return answer
  }

  /** Something of the canteen's menus has changed, and is committed. */
  drop(canteenId: string): void {
    for (const [key, kept] of this.kept) if (kept.canteenId === canteenId) this.kept.delete(key)
  }
}
