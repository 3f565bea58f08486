import { makeAutoObservable, reaction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import type { DraftRow, RankedUnit } from '../../../../contract/board'
import type { DraftStore } from '../draft-store'

const typingMs = 300
const mostFound = 8

/** Looks for a unit of the board. */
export class FinderStore {
  words = ''
  failure: string | null = null
  readonly found = new Loadable<RankedUnit[]>(() => this.load())
  private readonly stop: () => void

  constructor(private readonly draft: DraftStore) {
    makeAutoObservable<this, 'draft' | 'stop'>(this, { draft: false, found: false, stop: false })
    this.stop = reaction(
      () => this.words.trim(),
      (words) => (words === '' ? this.found.clear() : this.found.refresh()),
      { delay: typingMs },
    )
  }

  type(words: string): void {
    this.words = words
    this.failure = null
  }

  /** The unit's row; null where the board does not have it. */
  async open(unitCode: string): Promise<DraftRow | null> {
    const row = await this.draft.find(unitCode)
    this.end(row)
    return row
  }

  close(): void {
    this.stop()
  }

  private async load(): Promise<RankedUnit[]> {
    const kind = this.draft.board?.unitKind
    if (!kind) return []
    return (await call('GET /boards/units', { query: { kind, q: this.words.trim(), limit: mostFound } })).items
  }

  private end(row: DraftRow | null): void {
    if (row) this.words = ''
    this.failure = row ? null : '没有读到这个单位，请检查网络后再点一次。'
  }
}
