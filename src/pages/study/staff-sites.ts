import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { holds } from '@/session/holds'
import { session } from '@/session/session'

const chosenAs = 'study-staff-site'

export interface StaffSite {
  readonly id: string
  readonly name: string
}

/** The sites that the person looks after, and the one that is on the screen. */
export class StaffSites {
  /** Of the town, for its admin. */
  readonly town = new Loadable(() => townSites(session.person?.town?.code))
  private chosen = recall(chosenAs, '')

  constructor(named?: string) {
    if (named) this.chosen = named
    makeAutoObservable(this, { town: false })
  }

  get isAdmin(): boolean {
    return holds('admin')
  }

  get sites(): readonly StaffSite[] {
    const own = session.person?.grants.filter(({ role }) => role === 'site_host') ?? []
    const hosted = own.map(({ scopeCode, scopeName }) => ({ id: scopeCode, name: scopeName }))
    return [...hosted, ...(this.isAdmin ? (this.town.value ?? []).filter(({ id }) => !own.some((grant) => grant.scopeCode === id)) : [])]
  }

  get current(): StaffSite | null {
    return this.sites.find(({ id }) => id === this.chosen) ?? this.sites[0] ?? null
  }

  /** A host knows their sites; only an admin's are asked for. */
  async load(): Promise<void> {
    if (this.isAdmin) await this.town.refresh()
  }

  choose(id: string): void {
    this.chosen = id
    keep(chosenAs, id)
  }
}

/** All sites of a town. */
export async function townSites(town: string | undefined): Promise<StaffSite[]> {
  const all: StaffSite[] = []
  for (let cursor: string | undefined; ; ) {
    const { items, nextCursor } = await call('GET /sites', { query: { town, limit: 100, cursor } })
    all.push(...items.map(({ id, name }) => ({ id, name })))
    if (!nextCursor) return all
    cursor = nextCursor
  }
}
