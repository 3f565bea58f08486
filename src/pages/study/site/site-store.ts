import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import type { SiteDetail } from '../../../../contract/study'
import { here } from '../here-store'

/** One site, seen from where the phone is. */
export class SiteStore {
  readonly site: Loadable<SiteDetail>

  constructor(readonly id: string) {
    this.site = new Loadable(() => call('GET /sites/:id', { params: { id }, query: { near: here.near } }))
  }

  refresh(): Promise<void> {
    return this.site.refresh()
  }
}
