import { makeAutoObservable, observable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { session } from '@/session/session'
import type { Grant } from '../../../contract/account'
import type { Hours } from './staff-meal'

const chosenAs = 'canteen-workplace'
const hoursAs = (id: string) => `canteen-hours-${id}`

/** The canteens the person works in, and the one whose counter, kitchen or menu is on the screen. */
export class Workplace {
  private chosen = recall(chosenAs, '')
  private readonly hours = observable.map<string, Loadable<Hours>>([], { deep: false })

  constructor() {
    makeAutoObservable<this, 'hours'>(this, { hours: false })
  }

  get canteens(): Grant[] {
    return session.person?.grants.filter(({ role }) => role === 'canteen_staff') ?? []
  }

  get current(): Grant | null {
    return this.canteens.find(({ scopeCode }) => scopeCode === this.chosen) ?? this.canteens[0] ?? null
  }

  choose(id: string): void {
    this.chosen = id
    keep(chosenAs, id)
  }

  /** When a canteen serves; known from last time without a network. */
  hoursOf(id: string): Loadable<Hours> {
    const known = this.hours.get(id)
    if (known) return known
    const loadable = new Loadable(() => loadHours(id), recall<Hours | null>(hoursAs(id), null))
    this.hours.set(id, loadable)
    return loadable
  }
}

async function loadHours(id: string): Promise<Hours> {
  const { hours } = await call('GET /canteens/:id', { params: { id } })
  keep(hoursAs(id), hours)
  return hours
}

export const workplace = new Workplace()
