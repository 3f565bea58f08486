import { makeAutoObservable, reaction, runInAction } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { AllCalls } from '../../../contract'
import type { BodyOf } from '../../../contract/call'
import type { Action, Report, ReportEvent } from '../../../contract/report'

export type Transition = BodyOf<AllCalls['POST /reports/:id/transitions']>

/** One matter: what is known of it, and what is done to it from this phone. */
export class MatterStore {
  readonly report = new Loadable<Report>(() => call('GET /reports/:id', { params: { id: this.id } }))
  readonly events = new Loadable<ReportEvent[]>(async () => (await call('GET /reports/:id/events', { params: { id: this.id } })).items)
  readonly evidence = new Loadable(() => call('GET /reports/:id/evidence', { params: { id: this.id } }))
  readonly contact = new Loadable(() => call('GET /reports/:id/contact', { params: { id: this.id } }))
  /** What runs now; one thing at a time. */
  doing: Action | 'support' | 'follow' | 'rate' | null = null
  failure: string | null = null
  private readonly key = new RepeatKey()

  constructor(readonly id: string) {
    makeAutoObservable<this, 'key'>(this, { id: false, key: false, report: false, events: false, evidence: false, contact: false })
    // a verdict speaks of the record as it was
    reaction(
      () => this.events.value?.length,
      (_, before) => before !== undefined && this.evidence.clear(),
    )
  }

  async refresh(): Promise<void> {
    await Promise.all([this.report.refresh(), this.events.refresh()])
  }

  /** Does one of the actions; says whether it was done. Who lost a race sees the present state. */
  act(body: Transition): Promise<boolean> {
    return this.run(body.action, body, async (key) => {
      this.report.set(await call('POST /reports/:id/transitions', { params: { id: this.id }, body, key }))
    })
  }

  support(): Promise<boolean> {
    return this.run('support', null, async (key) => {
      await call('POST /reports/:id/support', { params: { id: this.id }, key })
      await this.report.refresh()
    })
  }

  follow(following: boolean): Promise<boolean> {
    return this.run('follow', following, async () => {
      await call('PUT /reports/:id/follow', { params: { id: this.id }, body: { following } })
      await this.report.refresh()
    })
  }

  rate(stars: number, text: string): Promise<boolean> {
    const body = { stars, text: text.trim() || null }
    return this.run('rate', body, async (key) => {
      this.report.set(await call('POST /reports/:id/rating', { params: { id: this.id }, body, key }))
    })
  }

  private async run(doing: MatterStore['doing'], input: unknown, work: (key: string) => Promise<void>): Promise<boolean> {
    if (this.doing) return false
    this.doing = doing
    this.failure = null
    try {
      await work(this.key.of([doing, input]))
      this.key.done()
      this.evidence.clear()
      this.events.refresh()
      return true
    } catch (error) {
      this.fail(wordsOf(error))
      this.refresh()
      return false
    } finally {
      runInAction(() => {
        this.doing = null
      })
    }
  }

  private fail(words: string): void {
    this.failure = words
  }
}
