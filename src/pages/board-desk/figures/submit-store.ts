import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { DraftRow } from '../../../../contract/board'
import type { DraftStore } from '../draft-store'

/** Hands a draft in for review. */
export class SubmitStore {
  reason = ''
  busy = false
  failure: string | null = null
  /** What is wrong, unit by unit. */
  faults: readonly string[] = []
  private readonly keys = new RepeatKey()

  constructor(readonly draft: DraftStore) {
    this.reason = draft.draft?.reason ?? ''
    makeAutoObservable<this, 'keys'>(this, { draft: false, keys: false })
  }

  get isCorrection(): boolean {
    return (this.draft.draft?.revision ?? 1) > 1
  }

  /** On the black list without a word why, as far as the rows are known. */
  get unexplained(): DraftRow[] {
    return this.draft.rows.items.filter(({ mark, reason }) => mark === 'black' && !reason)
  }

  explain(reason: string): void {
    this.reason = reason
    this.failure = null
    this.faults = []
  }

  /** Says whether it was handed in. */
  async submit(): Promise<boolean> {
    const reason = this.reason.trim() || null
    if (this.busy) return false
    if (this.isCorrection && !reason) return this.end('请写为什么更正，大家会看到。')
    this.begin()
    try {
      const { address } = this.draft
      const input = { params: { ...address }, body: { reason } }
      this.draft.take(await call('POST /boards/:code/drafts/:period/submission', { ...input, key: this.keys.of(input) }))
      this.keys.done()
      this.end(null)
      return true
    } catch (error) {
      return this.end(wordsOf(error), error instanceof CallError ? error.fields.map(({ message }) => message) : [])
    }
  }

  private begin(): void {
    this.busy = true
    this.failure = null
    this.faults = []
  }

  private end(failure: string | null, faults: readonly string[] = []): false {
    this.busy = false
    this.failure = failure
    this.faults = faults
    return false
  }
}
