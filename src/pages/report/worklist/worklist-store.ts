import { makeAutoObservable, observable, observableRef } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { ReportCard, Shelf } from '../../../../contract/report'
import { MatterStore } from '../matter-store'

const pageSize = 20
const mostAtOnce = 100

/** What waits for who handles matters, shelf by shelf, sorted by the clock. */
export class WorklistStore {
  shelf: Shelf = 'todo'
  group: string | null = null
  /** Shown beside the list where the window is wide. */
  selected: MatterStore | null = null
  /** What became of 接单, at its card. */
  readonly words = observable.map<string, string>()
  readonly taking = observable.set<string>()
  readonly counts = new Loadable(() => call('GET /reports/worklist-counts'))
  readonly list: Paged<ReportCard> = new Paged((cursor) =>
    call('GET /reports', {
      query: { scope: 'worklist', shelf: this.shelf, group: this.group ?? undefined, cursor, limit: cursor ? pageSize : this.shown },
    }),
  )
  private readonly keys = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'keys'>(this, {
      words: false,
      taking: false,
      counts: false,
      list: false,
      keys: false,
      selected: observableRef,
    })
  }

  /** A refresh brings as many as are on the screen, so the list does not jump back. */
  private get shown(): number {
    return Math.min(mostAtOnce, Math.max(pageSize, this.list.items.length))
  }

  async refresh(): Promise<void> {
    if (this.list.loading && this.list.loaded) return
    await Promise.all([this.list.refresh(), this.counts.refresh(), this.selected?.refresh()])
  }

  show(shelf: Shelf): void {
    this.shelf = shelf
    this.startOver()
  }

  filter(group: string | null): void {
    this.group = group
    this.startOver()
  }

  select(id: string): void {
    if (this.selected?.id === id) return
    this.selected = new MatterStore(id)
    this.selected.refresh()
  }

  unselect(): void {
    this.selected = null
  }

  /** 接单. Who is beaten to it reads in the card who has it. */
  async accept(id: string): Promise<void> {
    if (this.taking.has(id)) return
    this.taking.add(id)
    this.words.delete(id)
    try {
      await call('POST /reports/:id/transitions', { params: { id }, body: { action: 'accept' }, key: this.keys.of(id) })
      this.keys.done()
      this.end(id)
      await this.refresh()
    } catch (error) {
      this.end(id, wordsOf(error))
      await this.counts.refresh()
    }
  }

  private end(id: string, words?: string): void {
    this.taking.delete(id)
    if (words) this.words.set(id, words)
  }

  private startOver(): void {
    this.words.clear()
    this.list.clear()
    this.refresh()
  }
}
