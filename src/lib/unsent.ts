import { makeAutoObservable, observable } from 'mobx'
import { keep, recall } from './storage'

const keptAs = 'unsent'
type Service = 'report' | 'study'
type Counts = Record<string, number>

/**
 * How many things each person wrote on this phone that still have to go out. The services that keep them say so here, and home
 * leads back to them: after a restart a service's queue sleeps until one of its pages is opened.
 */
class Unsent {
  private readonly counts = observable.map<string, Counts>(recall<Record<string, Counts>>(keptAs, {}))

  constructor() {
    makeAutoObservable(this)
  }

  of(service: Service, personId: string): number {
    return this.counts.get(service)?.[personId] ?? 0
  }

  set(service: Service, counts: Counts): void {
    this.counts.set(service, counts)
    keep(keptAs, Object.fromEntries(this.counts))
  }
}

export const unsent = new Unsent()
