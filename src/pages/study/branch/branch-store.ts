import { makeAutoObservable, observable, observableRef } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Branch, BranchMonth, MemberMonth, XuexiWaiting } from '../../../../contract/branch'
import { lastMonths } from '../months'

export type Pane = 'months' | 'xuexi'
type Totals = BranchMonth['totals']
/** What became of a total on this screen. */
export type Verdict = { readonly by: 'me'; readonly confirmed: boolean } | { readonly by: 'other'; readonly words: string }

/** The branches in sight, the month that is read, and the totals that wait. */
export class BranchStore {
  readonly branches = new Loadable<Branch[]>(async () => (await call('GET /branches')).items)
  readonly members = new Paged<MemberMonth>((cursor) => this.loadMonth(cursor))
  readonly waiting = new Paged<XuexiWaiting>((cursor) => call('GET /branch/xuexi', { query: { branch: this.current?.code, cursor } }))
  totals: Totals | null = null
  month: string
  pane: Pane = 'months'
  busy: string | null = null
  readonly verdicts = observable.map<string, Verdict>([], { deep: false })
  readonly notes = observable.map<string, string>()
  readonly failures = observable.map<string, string>()
  private chosen: string | null = null
  private readonly keys = new RepeatKey()

  constructor() {
    this.month = lastMonths(Date.now(), 1)[0] as string
    makeAutoObservable<this, 'keys'>(this, { ...{ branches: false, members: false, waiting: false, keys: false }, totals: observableRef })
  }

  get current(): Branch | null {
    return this.branches.value?.find(({ code }) => code === this.chosen) ?? this.branches.value?.[0] ?? null
  }

  async refresh(): Promise<void> {
    await this.branches.refresh()
    await this.load()
  }

  choose(code: string): void {
    this.chosen = code
    this.begin()
  }

  read(month: string): void {
    this.month = month
    this.begin()
  }

  show(pane: Pane): void {
    this.pane = pane
    this.load()
  }

  async more(): Promise<void> {
    await (this.pane === 'months' ? this.members : this.waiting).more()
  }

  write(id: string, note: string): void {
    this.notes.set(id, note)
  }

  /** Confirms a total as it is shown, or sends it back. */
  async decide({ id, total }: XuexiWaiting, confirmed: boolean): Promise<void> {
    if (this.busy) return
    const note = this.notes.get(id)?.trim() || null
    if (!confirmed && !note) {
      this.failures.set(id, '请写一句为什么退回，本人会看到。')
      return
    }
    this.start(id)
    try {
      const body = { confirmed, total, note }
      await call('POST /branch/xuexi/:id/decisions', { params: { id }, body, key: this.keys.of([id, body]) })
      this.keys.done()
      this.end(id, { by: 'me', confirmed }, null)
    } catch (error) {
      const isLate = error instanceof CallError && error.code === 'branch-xuexi-decided'
      this.end(id, isLate ? { by: 'other', words: wordsOf(error) } : null, wordsOf(error))
    }
  }

  private async load(): Promise<void> {
    if (!this.current) return
    await (this.pane === 'xuexi' && this.current.mine ? this.waiting : this.members).refresh()
  }

  private begin(): void {
    this.totals = null
    this.members.clear()
    this.waiting.clear()
    this.load()
  }

  private async loadMonth(cursor: string | undefined) {
    const page = await call('GET /branch/months', { query: { branch: this.current?.code, month: this.month, cursor } })
    if (page.month === this.month && page.branch.code === this.current?.code) this.sum(page.totals)
    return page
  }

  private sum(totals: Totals): void {
    this.totals = totals
  }

  private start(id: string): void {
    this.busy = id
    this.failures.delete(id)
  }

  private end(id: string, verdict: Verdict | null, failure: string | null): void {
    this.busy = null
    if (verdict) this.verdicts.set(id, verdict)
    else if (failure) this.failures.set(id, failure)
  }
}
