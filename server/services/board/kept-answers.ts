import { pack, type SharedAnswer } from '../../shared/shared-answer'

/** Boards, periods and pages that somebody may ask for are many. */
const most = 200

/**
 * Pages of boards as they were sent, each under all that it hangs on. What is published never changes, so a page is never stale: when
 * anything about it changes, it is asked for under another key.
 */
export class KeptAnswers {
  private readonly kept = new Map<string, Promise<SharedAnswer>>()

  get(key: string, make: () => Promise<unknown>): Promise<SharedAnswer> {
    const kept = this.kept.get(key)
    if (kept) {
      // The one asked for last is given up last.
      this.kept.delete(key)
      this.kept.set(key, kept)
      return kept
    }
    const answer = make().then(pack)
    if (this.kept.size >= most) this.kept.delete(this.kept.keys().next().value as string)
    this.kept.set(key, answer)
    answer.catch(() => this.kept.delete(key))
    return answer
  }
}
