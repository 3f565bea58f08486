import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { ReportCard } from '../../../contract/report'

/** What home shows of the services: my open matters, those of my area, and for staff what waits. */
export class HomeStore {
  readonly mine = new Loadable<ReportCard[]>(
    async () => (await call('GET /reports', { query: { scope: 'mine', open: true, limit: 3 } })).items,
  )
  readonly near = new Loadable<ReportCard[]>(
    async () => (await call('GET /reports', { query: { scope: 'near', open: true, limit: 3 } })).items,
  )
  readonly waiting = new Loadable(() => call('GET /reports/worklist-counts'))

  async refresh(): Promise<void> {
    if (session.status !== 'signed-in') return
    const { person } = session
    await Promise.all([
      session.refreshPerson(),
      this.mine.refresh(),
      person?.town ? this.near.refresh() : undefined,
      session.isStaff ? this.waiting.refresh() : undefined,
    ])
  }

  /** Forgets one person's matters when another signs in. */
  clear(): void {
    for (const part of [this.mine, this.near, this.waiting]) part.clear()
  }
}
