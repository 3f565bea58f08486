import { makeAutoObservable, observable } from 'mobx'
import { keep, recall } from './storage'

const keptAs = 'unsent'

/**
 * How many things each person wrote on this phone that still have to go out. The services that keep them say so here, and home
 * leads back to them: after a restart a service's queue sleeps until one of its pages is opened.
 */
class Unsent {
  private readonly counts = observable.map<string, number>(recall<Record<string, number>>(keptAs, {}))

  constructor() {
    makeAutoObservable(this)
  }

  of(personId: string): number {
    return this.counts.get(personId) ?? 0
  }

  set(counts: Record<string, number>): void {
    this.counts.replace(counts)
    keep(keptAs, counts)
  }
}

export const unsent = new Unsent()
