import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Route, StudyPath } from '../../../../contract/study'
import { SitesStore } from '../sites-store'
import { monthsOf, weekOf } from './week'

/** What the first page of 学习 shows: my streak, sites near me, and the routes. */
export class HomeStore {
  readonly sites = new SitesStore(null, 5)
  readonly path = new Loadable<StudyPath>(async () => {
    const now = Date.now()
    const months = await Promise.all(monthsOf(weekOf(now), now).map((month) => call('GET /study/path', { query: { month } })))
    return { ...(months.at(-1) as StudyPath), days: months.flatMap(({ days }) => days) }
  })
  readonly routes = new Loadable<Route[]>(async () => {
    const town = session.person?.town?.code
    return (await call('GET /routes', { query: { town } })).items
  })

  async refresh(): Promise<void> {
    const mine = session.status === 'signed-in' ? this.path.refresh() : undefined
    await Promise.all([mine, this.sites.list.refresh(), this.routes.refresh()])
  }

  /** Forgets one person's path when another signs in. */
  clear(): void {
    this.path.clear()
    this.routes.clear()
  }
}
