import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { lastOver, lastPeriods } from '@/lib/periods'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { BoardDefinition } from '../../../contract/board'
import type { DraftAddress } from './urls'

const shown = { month: 6, quarter: 4, half: 2 } as const

/** Begins a period of a board: one that waits, or any other. */
export class BeginStore {
  code: string | null = null
  period: string | null = null
  /** The one that is being begun: CODE 2026-10. */
  busy: string | null = null
  failure: { readonly at: string; readonly words: string } | null = null
  readonly board = new Loadable<BoardDefinition>(() => call('GET /boards/:code/definition', { params: { code: this.code ?? '' } }))
  private readonly keys = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'keys'>(this, { board: false, keys: false })
  }

  /** The periods that are over, the newest first, kind by kind. */
  get periods(): string[] {
    const kinds = this.board.value?.periodKinds ?? []
    return kinds.flatMap((kind) => lastPeriods(lastOver(kind, Date.now()), shown[kind]).reverse())
  }

  /** Null: another one is to be chosen. */
  choose(code: string | null): void {
    this.code = code
    this.period = null
    this.failure = null
    this.board.clear()
    if (code) this.board.refresh()
  }

  choosePeriod(period: string): void {
    this.period = period
    this.failure = null
  }

  /** Says where to go on: also where somebody else has just begun it. Null: it was refused. */
  async begin(address: DraftAddress): Promise<DraftAddress | null> {
    if (this.busy) return null
    const at = placeOf(address)
    this.start(at)
    const { code, period } = address
    try {
      await call('POST /boards/:code/drafts', { params: { code }, body: { period }, key: this.keys.of(address) })
      this.keys.done()
      this.end(null)
      return address
    } catch (error) {
      if (error instanceof CallError && error.code === 'board-draft-exists') {
        this.end(null)
        return address
      }
      this.end({ at, words: wordsOf(error) })
      return null
    }
  }

  private start(at: string): void {
    this.busy = at
    this.failure = null
  }

  private end(failure: BeginStore['failure']): void {
    this.busy = null
    this.failure = failure
  }
}

export const placeOf = ({ code, period }: DraftAddress): string => `${code} ${period}`
