import { Loadable } from '@/lib/loadable'
import { keepMeal, recallMeal } from '@/lib/meal'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Order } from '../../../contract/canteen'
import type { ReportCard } from '../../../contract/report'

/** What home shows of the services: my next meal, my open matters, those of my area, and for staff what waits. */
export class HomeStore {
  readonly mine = new Loadable<ReportCard[]>(
    async () => (await call('GET /reports', { query: { scope: 'mine', open: true, limit: 3 } })).items,
  )
  readonly near = new Loadable<ReportCard[]>(
    async () => (await call('GET /reports', { query: { scope: 'near', open: true, limit: 3 } })).items,
  )
  private readonly upcoming = new Loadable<Order[]>(async () => {
    const { items } = await call('GET /orders', { query: { scope: 'upcoming', limit: 1 } })
    if (session.person) keepMeal(session.person.id, items[0] ?? null)
    return items
  })
  readonly waiting = new Loadable(() => call('GET /reports/worklist-counts'))

  /** The meal that comes next; the one kept on the phone until the server has answered. */
  get meal(): Order | null {
    return this.upcoming.value ? (this.upcoming.value[0] ?? null) : recallMeal(session.person?.id, Date.now())
  }

  /** Whether it is known what comes next. What is kept on the phone, or has come, will do. */
  get nextState(): 'loading' | 'error' | 'content' {
    if (this.meal) return 'content'
    const parts = [this.upcoming, this.mine]
    if (parts.some(({ state }) => state === 'loading')) return 'loading'
    return parts.some(({ state }) => state === 'error') && !this.first ? 'error' : 'content'
  }

  get nextError(): string | null {
    return this.upcoming.error ?? this.mine.error
  }

  /** The open matter of mine that stands first. */
  get first(): ReportCard | undefined {
    return this.mine.value?.[0]
  }

  async refresh(): Promise<void> {
    if (session.status !== 'signed-in') return
    const { person } = session
    await Promise.all([
      session.refreshPerson(),
      this.upcoming.refresh(),
      this.mine.refresh(),
      person?.town ? this.near.refresh() : undefined,
      session.isStaff ? this.waiting.refresh() : undefined,
    ])
  }

  /** Forgets one person's things when another signs in. */
  clear(): void {
    for (const part of [this.upcoming, this.mine, this.near, this.waiting]) part.clear()
  }
}
