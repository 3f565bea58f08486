import { makeAutoObservable, runInAction } from 'mobx'
import { Paged } from '@/lib/paged'
import { currentPlace } from '@/lib/platform'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { ReportCard } from '../../../../contract/report'

export type Tab = 'mine' | 'near' | 'followed'
export const tabs: readonly { readonly value: Tab; readonly text: string }[] = [
  { value: 'mine', text: '我报的' },
  { value: 'near', text: '附近的' },
  { value: 'followed', text: '我关注的' },
]

/** The matters of a person, one list a tab. */
export class ListStore {
  tab: Tab
  openOnly = false
  /** Around this place instead of in the home area. */
  here: { readonly lng: number; readonly lat: number } | null = null
  locating = false
  notice: string | null = null
  readonly lists: Record<Tab, Paged<ReportCard>>

  constructor(tab: string | undefined) {
    this.tab = tabs.find(({ value }) => value === tab)?.value ?? 'mine'
    this.lists = { mine: this.listOf('mine'), near: this.listOf('near'), followed: this.listOf('followed') }
    makeAutoObservable(this, { lists: false })
  }

  get list(): Paged<ReportCard> {
    return this.lists[this.tab]
  }

  /** Nothing to show near, because neither a home area nor a position is known. */
  get needsPlace(): boolean {
    return this.tab === 'near' && !this.here && !session.person?.home
  }

  show(tab: Tab): void {
    this.tab = tab
    this.notice = null
    this.refresh()
  }

  async refresh(): Promise<void> {
    if (!this.needsPlace) await this.list.refresh()
  }

  filter(openOnly: boolean): void {
    this.openOnly = openOnly
    for (const { value } of tabs) this.lists[value].clear()
    this.refresh()
  }

  async useHere(): Promise<void> {
    this.locating = true
    this.notice = null
    const here = await currentPlace().catch(() => null)
    runInAction(() => {
      this.locating = false
      if (here) this.around(here)
      else this.notice = '没拿到位置，请在手机设置里允许使用位置。'
    })
  }

  useHome(): void {
    this.around(null)
  }

  private around(here: { lng: number; lat: number } | null): void {
    this.here = here && { lng: here.lng, lat: here.lat }
    this.lists.near.clear()
    this.refresh()
  }

  private listOf(scope: Tab): Paged<ReportCard> {
    return new Paged((cursor) => {
      const near = scope === 'near' && this.here ? `${this.here.lng.toFixed(6)},${this.here.lat.toFixed(6)}` : undefined
      return call('GET /reports', { query: { scope, near, open: this.openOnly || undefined, cursor } })
    })
  }
}
