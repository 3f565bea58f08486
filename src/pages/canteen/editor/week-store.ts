import { makeAutoObservable } from 'mobx'
import { newKey, RepeatKey } from '@/lib/key'
import { dayAfter } from '@/lib/meal'
import { chooseTable } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { sendFile } from '@/lib/upload'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'
import type { Meal } from '../staff-meal'
import type { PlanStore } from './plan-store'

type Imported = ReplyOf<AllCalls['POST /canteens/:id/plans/imports']>
export type WeekWork = 'copy' | 'import' | 'publish' | 'close'

/** What is done with a whole week, a file, or a whole meal. */
export class WeekStore {
  busy: WeekWork | null = null
  /** What was done last, in words, and what it was. */
  done: { readonly work: WeekWork; readonly words: string } | null = null
  failure: { readonly work: WeekWork; readonly words: string } | null = null
  /** What is wrong with the file, row by row. */
  faults: string[] = []
  /** Why a meal is called off, and the one that was called off last. */
  reason = ''
  closed: Meal | null = null
  private readonly keys = new RepeatKey()

  constructor(private readonly plan: PlanStore) {
    makeAutoObservable<this, 'plan' | 'keys'>(this, { plan: false, keys: false })
  }

  /** Meals of the week that have dishes and that guests do not see yet. */
  get drafts(): number {
    return this.plan.plans.value?.filter((plan) => plan.items.length > 0 && !plan.published && !this.plan.isOver(plan)).length ?? 0
  }

  explain(reason: string): void {
    this.reason = reason
  }

  /** The menus of the week before, as drafts; meals that are planned already stay. */
  copyLastWeek(): Promise<void> {
    return this.run('copy', async () => {
      const { week, canteenId: id } = this.plan
      const body = { from: dayAfter(week, -7), to: week }
      const before = this.drafts
      const { items } = await call('POST /canteens/:id/plans/copies', { params: { id }, body, key: this.keys.of(['copy', body]) })
      if (week === this.plan.week) this.plan.plans.set(items)
      const added = this.drafts - before
      return added > 0 ? `抄来 ${added} 餐，都是草稿。看过再公布。` : '没有可抄的：上周没排，或这一周都排过了。'
    })
  }

  importFile(): Promise<void> {
    return this.run('import', async () => {
      const path = await chooseTable()
      if (!path) return null
      const { reply } = sendFile<Imported>(`/canteens/${encodeURIComponent(this.plan.canteenId)}/plans/imports`, path, newKey())
      const { rows, meals } = await reply
      await this.plan.plans.refresh()
      return `导入了 ${rows} 行、${meals} 餐，都是草稿。看过再公布。`
    })
  }

  /** Guests may book the week's drafts from now on. */
  publish(): Promise<void> {
    return this.run('publish', async () => {
      const { week, canteenId: id } = this.plan
      const body = { from: week, days: 7 }
      const { published } = await call('POST /canteens/:id/publications', { params: { id }, body, key: this.keys.of(['publish', body]) })
      await this.plan.plans.refresh()
      return published > 0 ? `公布了 ${published} 餐，客人可以订了。` : '没有新的可公布。'
    })
  }

  /** Calls a meal off: its orders are cancelled with the reason. */
  close(meal: Meal): Promise<void> {
    return this.run('close', async () => {
      const reason = this.reason.trim()
      if (!reason) throw new CallError(422, 'blank', '请写一句原因，客人会看到。')
      const body = { ...meal, reason }
      const params = { id: this.plan.canteenId }
      const { cancelled } = await call('POST /canteens/:id/closures', { params, body, key: this.keys.of(['close', body]) })
      this.ended(meal)
      await this.plan.plans.refresh()
      return cancelled > 0 ? `已停供，取消了 ${cancelled} 份订餐，客人都收到了通知。` : '已停供，还没有人订这一餐。'
    })
  }

  private async run(work: WeekWork, act: () => Promise<string | null>): Promise<void> {
    if (this.busy) return
    this.start(work)
    try {
      const words = await act()
      this.keys.done()
      this.end(words, null, [])
    } catch (error) {
      const rows = error instanceof CallError ? error.fields.map(({ message }) => message) : []
      this.end(null, wordsOf(error), work === 'import' ? rows : [])
    }
  }

  private ended(meal: Meal): void {
    this.reason = ''
    this.closed = meal
  }

  private start(work: WeekWork): void {
    this.busy = work
    this.done = null
    this.failure = null
    this.faults = []
  }

  private end(words: string | null, failure: string | null, faults: string[]): void {
    const work = this.busy as WeekWork
    this.busy = null
    this.done = words ? { work, words } : null
    this.failure = failure ? { work, words: failure } : null
    this.faults = faults
  }
}
