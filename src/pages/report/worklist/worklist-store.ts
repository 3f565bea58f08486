import { makeAutoObservable, observable, observableRef } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { ReportCard, Shelf } from '../../../../contract/report'
import { MatterStore } from '../matter-store'

const pageSize = 20
const mostAtOnce = 100

/** What became of 接单; `again`: only the network or the server was away, so it may be tried once more. */
interface Outcome {
  readonly text: string
  readonly again: boolean
}

const mayHelpAgain = (error: unknown) => !(error instanceof CallError) || error.passing || error.status >= 500

/** What waits for who handles matters, shelf by shelf, sorted by the clock. */
export class WorklistStore {
  shelf: Shelf = 'todo'
  group: string | null = null
  /** Shown beside the list where the window is wide. */
  selected: MatterStore | null = null
  /** At the card they belong to. */
  readonly outcomes = observable.map<string, Outcome>()
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
      outcomes: false,
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
    if (!this.list.error) this.forgetPassing()
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
    this.outcomes.delete(id)
    try {
      await call('POST /reports/:id/transitions', { params: { id }, body: { action: 'accept' }, key: this.keys.of(id) })
      this.keys.done()
      this.end(id)
      await this.refresh()
    } catch (error) {
      this.end(id, { text: wordsOf(error), again: mayHelpAgain(error) })
      await this.counts.refresh()
    }
  }

  private end(id: string, outcome?: Outcome): void {
    this.taking.delete(id)
    if (outcome) this.outcomes.set(id, outcome)
  }

  private forgetPassing(): void {
    for (const [id, { again }] of this.outcomes) if (again) this.outcomes.delete(id)
  }

  private startOver(): void {
    this.outcomes.clear()
    this.list.clear()
    this.refresh()
  }
}
