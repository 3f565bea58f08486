import { makeAutoObservable, runInAction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { currentPlace } from '@/lib/platform'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { session } from '@/session/session'
import type { Canteen } from '../../../contract/canteen'

const listAs = 'canteens'
const chosenAs = 'canteen-chosen'

/** The canteens, and the one this phone goes to. */
export class CanteensStore {
  readonly list = new Loadable<Canteen[]>(
    async () => {
      const near = this.here ? `${this.here.lng.toFixed(6)},${this.here.lat.toFixed(6)}` : undefined
      const { items } = await call('GET /canteens', { query: { near } })
      keep(listAs, items)
      return items
    },
    recall<Canteen[] | null>(listAs, null),
  )
  locating = false
  notice: string | null = null
  /** Null until somebody chose, or ate somewhere. */
  chosenId: string | null = recall<string | null>(chosenAs, null)
  private here: { readonly lng: number; readonly lat: number } | null = null

  constructor() {
    makeAutoObservable(this, { list: false })
  }

  /** The one chosen last, or eaten at; before that the first of the person's town. */
  get current(): Canteen | null {
    return this.offered.find(({ id }) => id === this.chosenId) ?? this.offered[0] ?? null
  }

  /** Where the phone's place is known, the nearest first; otherwise those of the person's town. */
  get offered(): Canteen[] {
    const all = this.list.value ?? []
    const town = session.person?.town?.code
    const rank = ({ distance, townCode }: Canteen) => distance ?? (townCode === town ? 0 : 1)
    return [...all].sort((one, other) => rank(one) - rank(other))
  }

  /** Goes where the person ate last, on a phone that has not been told where. */
  returnTo(id: string | undefined): void {
    if (id && !this.chosenId) this.choose(id)
  }

  choose(id: string): void {
    this.chosenId = id
    keep(chosenAs, id)
  }

  /** Goes to the canteen that is nearest to the phone. */
  async findNearest(): Promise<void> {
    this.locating = true
    this.notice = null
    const here = await currentPlace().catch(() => null)
    if (here) {
      this.setHere(here)
      await this.list.refresh()
    }
    runInAction(() => {
      this.locating = false
      this.notice = here ? this.list.error : '没拿到位置，请在手机设置里允许使用位置。'
      const [nearest] = this.offered
      if (here && nearest && !this.list.error) this.choose(nearest.id)
    })
  }

  private setHere({ lng, lat }: { lng: number; lat: number }): void {
    this.here = { lng, lat }
  }
}

export const canteens = new CanteensStore()
