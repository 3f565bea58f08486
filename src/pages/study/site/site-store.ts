import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { SiteDetail, SiteRatings } from '../../../../contract/study'
import { here } from '../here-store'

/** One site, seen from where the phone is, and what the person thinks of it. */
export class SiteStore {
  readonly site: Loadable<SiteDetail>
  rating = false
  failure: string | null = null
  private readonly key = new RepeatKey()

  constructor(readonly id: string) {
    this.site = new Loadable(() => call('GET /sites/:id', { params: { id }, query: { near: here.near } }))
    makeAutoObservable<this, 'key'>(this, { id: false, site: false, key: false })
  }

  refresh(): Promise<void> {
    return this.site.refresh()
  }

  /** Gives stars and a word for this month. False: why not is said. */
  async rate(stars: number, text: string): Promise<boolean> {
    if (this.rating) return false
    const body = { stars, text: text.trim() || null }
    this.begin()
    try {
      this.take(await call('POST /sites/:id/ratings', { params: { id: this.id }, body, key: this.key.of(body) }))
      this.key.done()
    } catch (error) {
      this.end(wordsOf(error))
    }
    return this.failure === null
  }

  private begin(): void {
    this.rating = true
    this.failure = null
  }

  private take(rating: SiteRatings): void {
    if (this.site.value) this.site.set({ ...this.site.value, rating })
    this.end(null)
  }

  private end(failure: string | null): void {
    this.rating = false
    this.failure = failure
  }
}
