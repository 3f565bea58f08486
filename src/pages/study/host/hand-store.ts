import { makeAutoObservable, observableRef } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'

type Found = ReplyOf<AllCalls['GET /sites/:id/people']>['items'][number]
type Done = ReplyOf<AllCalls['POST /sites/:id/check-ins']>
const least = 2

/** Checking somebody in who cannot scan: found by name, confirmed, done. */
export class HandStore {
  q = ''
  found: readonly Found[] | null = null
  chosen: Found | null = null
  minutes: number | null = null
  busy: 'search' | 'check-in' | null = null
  done: Done | null = null
  failure: string | null = null
  private readonly keys = new RepeatKey()

  constructor(private readonly siteId: string) {
    makeAutoObservable<this, 'siteId' | 'keys'>(this, { siteId: false, keys: false, found: observableRef, chosen: observableRef })
  }

  type(q: string): void {
    this.q = q
    this.failure = null
    this.done = null
  }

  async search(): Promise<void> {
    const q = this.q.trim()
    if ([...q].length < least) {
      this.failure = '请输名字开头的两个字以上。'
      return
    }
    await this.run('search', async () =>
      this.find((await call('GET /sites/:id/people', { params: { id: this.siteId }, query: { q } })).items),
    )
  }

  choose(person: Found | null): void {
    this.chosen = person
    this.minutes = null
    this.failure = null
  }

  setMinutes(minutes: number | null): void {
    this.minutes = minutes
  }

  async checkIn(): Promise<void> {
    const { chosen, minutes } = this
    if (!chosen) return
    await this.run('check-in', async () => {
      const body = { personId: chosen.id, ...(minutes === null ? {} : { minutes }) }
      this.finish(await call('POST /sites/:id/check-ins', { params: { id: this.siteId }, body, key: this.keys.of(body) }))
    })
  }

  private find(found: readonly Found[]): void {
    this.found = found
    this.chosen = null
  }

  private finish(done: Done): void {
    this.keys.done()
    this.done = done
    this.found = null
    this.chosen = null
    this.q = ''
  }

  private async run(work: HandStore['busy'], act: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.begin(work)
    this.end(await act().then(() => null, wordsOf))
  }

  private begin(work: HandStore['busy']): void {
    this.busy = work
    this.failure = null
    this.done = null
  }

  private end(failure: string | null): void {
    this.busy = null
    this.failure = failure
  }
}
