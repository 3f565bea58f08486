import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { keepMeal, recallMeal } from '@/lib/meal'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Menu, Order } from '../../../../contract/canteen'
import { canteens } from '../canteens-store'
import { type MenusStore, menusOf } from '../menus-store'
import { lastOf, nextOpen } from '../next-open'

/** What the canteen's first page shows: today's menu, my meals to come, and the promise of the year. */
export class HomeStore {
  readonly upcoming = new Loadable<Order[]>(async () => {
    const { items } = await call('GET /orders', { query: { scope: 'upcoming', limit: 50 } })
    if (session.person) keepMeal(session.person.id, items[0] ?? null)
    return items
  })
  readonly past = new Loadable<Order[]>(async () => (await call('GET /orders', { query: { limit: 20 } })).items)
  readonly progress = new Loadable(() => call('GET /canteens/:id/progress', { params: { id: canteens.current?.id ?? '' } }))

  constructor() {
    makeAutoObservable(this, { upcoming: false, past: false, progress: false })
  }

  get menus(): MenusStore | null {
    return canteens.current && menusOf(canteens.current.id)
  }

  /** The meal that comes next; the one kept on the phone until the server has answered. */
  get next(): Order | null {
    return this.upcoming.value ? (this.upcoming.value[0] ?? null) : recallMeal(session.person?.id, Date.now())
  }

  /** The meal that is being served or comes next. */
  menuNow(now: number): Menu | null {
    return this.menus?.all.find(({ endsAt }) => new Date(endsAt).getTime() > now) ?? null
  }

  /** The last meal, to be had again, and the next one that can be booked like it. */
  get again(): { readonly last: Order; readonly menu: Menu } | null {
    const { menus } = this
    const last = menus && lastOf(this.past.value ?? [], menus.canteenId)
    if (!last) return null
    const menu = nextOpen(
      menus.all,
      { canteenId: menus.canteenId, sitting: last.sitting, eaterId: last.eater.id },
      this.upcoming.value ?? [],
    )
    return menu && { last, menu }
  }

  /** The next meal that can be booked, for who never had one. */
  get first(): Menu | null {
    return this.menus && nextOpen(this.menus.all, { canteenId: this.menus.canteenId })
  }

  /** It is not known yet what can be had again: the big button must not change under the finger. */
  get finding(): boolean {
    const waits = ({ value, loading }: { value: unknown; loading: boolean }) => value === null && loading
    return [this.past, this.upcoming].some(waits) || (this.menus !== null && waits(this.menus.week))
  }

  async refresh(): Promise<void> {
    const mine = session.status === 'signed-in' ? [this.upcoming.refresh(), this.past.refresh()] : []
    if (!canteens.current) await canteens.list.refresh()
    else canteens.list.refresh()
    // Where the person ate last is not known before the orders are; the page is not to be filled twice.
    if (!canteens.chosenId) await Promise.all(mine)
    canteens.returnTo(this.past.value?.[0]?.canteenId)
    await Promise.all([...mine, this.refreshCanteen()])
  }

  async choose(id: string): Promise<void> {
    canteens.choose(id)
    await this.showChosen()
  }

  /** Shows the canteen that has just been chosen. */
  async showChosen(): Promise<void> {
    this.progress.clear()
    await this.refreshCanteen()
  }

  /** Forgets one person's meals when another signs in. */
  clear(): void {
    this.upcoming.clear()
    this.past.clear()
  }

  private async refreshCanteen(): Promise<void> {
    if (this.menus) await Promise.all([this.menus.week.refresh(), this.progress.refresh()])
  }
}
