import { makeAutoObservable, observable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { DoubtfulCheckIn } from '../../../../contract/study'

/** What became of a check-in on this screen: decided here, or by somebody else before. */
export type Verdict = { readonly by: 'me'; readonly checkIn: DoubtfulCheckIn } | { readonly by: 'other'; readonly words: string }

/** Check-ins that wait for a decision. One that is decided stays on the screen with what became of it. */
export class DoubtStore {
  readonly list = new Paged<DoubtfulCheckIn>((cursor) => call('GET /check-ins/doubtful', { query: { cursor } }))
  /** The check-in that is being decided on. */
  busy: string | null = null
  readonly verdicts = observable.map<string, Verdict>([], { deep: false })
  readonly notes = observable.map<string, string>()
  readonly failures = observable.map<string, string>()
  private readonly keys = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'keys'>(this, { list: false, keys: false })
  }

  write(id: string, note: string): void {
    this.notes.set(id, note)
  }

  async decide(id: string, counts: boolean): Promise<void> {
    if (this.busy) return
    this.begin(id)
    const note = this.notes.get(id)?.trim() || null
    try {
      const body = { counts, note }
      const checkIn = await call('POST /check-ins/:id/decisions', { params: { id }, body, key: this.keys.of([id, body]) })
      this.keys.done()
      this.end(id, { by: 'me', checkIn }, null)
    } catch (error) {
      const isLate = error instanceof CallError && (error.status === 409 || error.status === 404)
      this.end(id, isLate ? { by: 'other', words: wordsOf(error) } : null, wordsOf(error))
    }
  }

  private begin(id: string): void {
    this.busy = id
    this.failures.delete(id)
  }

  private end(id: string, verdict: Verdict | null, failure: string | null): void {
    this.busy = null
    if (verdict) this.verdicts.set(id, verdict)
    else if (failure) this.failures.set(id, failure)
  }
}
