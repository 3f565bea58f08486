import { makeAutoObservable } from 'mobx'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Site, SiteKind } from '../../../contract/study'
import { here } from './here-store'

/** A list of sites: nearest first where the phone's place is known, otherwise those of the person's town. */
export class SitesStore {
  kind: SiteKind | null
  openOnly = false
  readonly list: Paged<Site>

  constructor(
    kind: SiteKind | null,
    private readonly limit: number,
  ) {
    this.kind = kind
    this.list = new Paged((cursor) => call('GET /sites', { query: { ...this.query, cursor } }))
    makeAutoObservable<this, 'limit'>(this, { list: false, limit: false })
  }

  private get query() {
    const town = here.near ? undefined : session.person?.town?.code
    return { town, near: here.near, kind: this.kind ?? undefined, open: this.openOnly || undefined, limit: this.limit }
  }

  filter({ kind, openOnly }: { kind: SiteKind | null; openOnly: boolean }): void {
    this.kind = kind
    this.openOnly = openOnly
    this.anew()
  }

  /** For another filter, or around another place. */
  anew(): void {
    this.list.clear()
    this.list.refresh()
  }
}
