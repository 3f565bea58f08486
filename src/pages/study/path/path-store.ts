import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import type { CheckIn, PointLine, StudyPath } from '../../../../contract/study'
import { monthAfter } from './calendar'

export type Tab = 'path' | 'check-ins' | 'points'
export const tabs: readonly { readonly value: Tab; readonly text: string }[] = [
  { value: 'path', text: '足迹' },
  { value: 'check-ins', text: '打卡' },
  { value: 'points', text: '积分' },
]

/** What I have done: the month's days and all that came of them, each check-in, each point. */
export class PathStore {
  tab: Tab
  month: string
  readonly path = new Loadable<StudyPath>(() => call('GET /study/path', { query: { month: this.month } }))
  readonly checkIns = new Paged<CheckIn>((cursor) => call('GET /check-ins', { query: { cursor } }))
  readonly points = new Paged<PointLine>((cursor) => call('GET /study/points', { query: { cursor } }))

  constructor(tab: string | undefined, month: string) {
    this.tab = tabs.find(({ value }) => value === tab)?.value ?? 'path'
    this.month = month
    makeAutoObservable(this, { path: false, checkIns: false, points: false })
  }

  /** Days of the month with a check-in that counts; null while they are not known. */
  get days(): readonly string[] | null {
    const path = this.path.value
    return path?.month === this.month ? path.days : null
  }

  /** The list that goes on at the end of the page. */
  private get list(): Paged<CheckIn> | Paged<PointLine> | null {
    if (this.tab === 'path') return null
    return this.tab === 'points' ? this.points : this.checkIns
  }

  show(tab: Tab): void {
    this.tab = tab
    this.list?.refresh()
  }

  turn(months: -1 | 1): void {
    this.month = monthAfter(this.month, months)
    this.path.refresh()
  }

  async refresh(): Promise<void> {
    await Promise.all([this.path.refresh(), this.list?.refresh()])
  }

  more(): void {
    this.list?.more()
  }
}
