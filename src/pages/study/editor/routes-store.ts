import { makeAutoObservable, observableRef } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Route } from '../../../../contract/study'
import { type StaffSite, townSites } from '../staff-sites'

/** A route as it is being written. */
export interface RouteDraft {
  readonly id: string
  readonly isNew: boolean
  readonly name: string
  readonly about: string
  /** In the order one walks them. */
  readonly stops: readonly StaffSite[]
}
export const mostStops = 20

/** The routes of the admin's town, and the one that is being written. */
export class RoutesStore {
  readonly routes = new Loadable(async () => (await call('GET /routes', { query: { town: this.town } })).items)
  readonly sites = new Loadable(() => townSites(this.town))
  draft: RouteDraft | null = null
  errors: { name?: string; stops?: string } = {}
  busy: 'save' | 'delete' | null = null
  failure: string | null = null
  done: string | null = null

  constructor() {
    makeAutoObservable(this, { routes: false, sites: false, draft: observableRef })
  }

  get town(): string {
    return session.person?.town?.code ?? ''
  }

  /** Sites that are no stop yet. */
  get others(): readonly StaffSite[] {
    const stops = this.draft?.stops ?? []
    return (this.sites.value ?? []).filter(({ id }) => !stops.some((stop) => stop.id === id))
  }

  async load(): Promise<void> {
    await Promise.all([this.routes.refresh(), this.sites.refresh()])
  }

  /** Opens a route to be changed, or a new one: its code, which nobody reads, is made of the town's and the moment. */
  edit(route?: Route): void {
    this.draft = route
      ? { ...{ id: route.id, isNew: false, name: route.name, about: route.about ?? '' }, stops: route.stops.map(stopOf) }
      : { ...{ id: `${this.town}-${Date.now().toString(36)}`, isNew: true, name: '', about: '' }, stops: [] }
    this.settle(null, null)
    this.errors = {}
  }

  change(changes: Partial<RouteDraft>): void {
    if (this.draft) this.draft = { ...this.draft, ...changes }
    this.errors = {}
    this.failure = null
  }

  add(site: StaffSite): void {
    this.change({ stops: [...(this.draft?.stops ?? []), site] })
  }

  remove(at: number): void {
    this.change({ stops: (this.draft?.stops ?? []).filter((_, index) => index !== at) })
  }

  /** Lets a stop come before the one above it. */
  raise(at: number): void {
    const stops = [...(this.draft?.stops ?? [])]
    stops.splice(at - 1, 0, ...stops.splice(at, 1))
    this.change({ stops })
  }

  close(): void {
    this.draft = null
  }

  async save(): Promise<void> {
    const { draft } = this
    if (!draft) return
    this.errors = faultsOf(draft)
    if (Object.keys(this.errors).length > 0) return
    const { id, name, about, stops } = draft
    const body = { name: name.trim(), about: about.trim() || null, siteIds: stops.map((stop) => stop.id) }
    await this.run('save', `${body.name}保存好了，大家马上看得到。`, () => call('PUT /routes/:id', { params: { id }, body }))
  }

  async delete(): Promise<void> {
    const { draft } = this
    if (draft) await this.run('delete', `${draft.name}删掉了。`, () => call('DELETE /routes/:id', { params: { id: draft.id } }))
  }

  private async run(busy: 'save' | 'delete', done: string, work: () => Promise<unknown>): Promise<void> {
    if (this.busy) return
    this.busy = busy
    try {
      await work()
      this.close()
      this.settle(null, done)
      await this.routes.refresh()
    } catch (error) {
      this.settle(wordsFor(error), null)
    }
  }

  private settle(failure: string | null, done: string | null): void {
    this.busy = null
    this.failure = failure
    this.done = done
  }
}

const stopOf = ({ siteId, name }: Route['stops'][number]): StaffSite => ({ id: siteId, name })

function faultsOf({ name, stops }: RouteDraft): RoutesStore['errors'] {
  return {
    ...(name.trim() ? {} : { name: '请写路线的名字。' }),
    ...(stops.length < 2 ? { stops: '一条路线至少要有两站。' } : {}),
  }
}

const wordsFor = (error: unknown) => (error instanceof CallError && error.fields[0]?.message) || wordsOf(error)
