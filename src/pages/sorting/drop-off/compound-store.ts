import { makeAutoObservable, reaction } from 'mobx'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import { holds } from '@/session/holds'
import { session } from '@/session/session'
import type { Compound } from '../../../../contract/place'

const typingMs = 300

/** Which compound is written: one the person looks after, or any of the town for its admin. */
export class CompoundStore {
  code: string | null
  words = ''
  readonly found = new Paged<Compound>((cursor) => call('GET /compounds', { query: { q: this.words.trim(), cursor } }))
  private readonly stop: () => void

  constructor(named?: string) {
    this.code = named ?? (holds('admin') ? null : (this.own[0]?.scopeCode ?? null))
    makeAutoObservable<this, 'stop'>(this, { found: false, stop: false })
    this.stop = reaction(
      () => this.words.trim(),
      () => this.found.refresh(),
      { delay: typingMs },
    )
  }

  get own() {
    return session.person?.grants.filter(({ role }) => role === 'property') ?? []
  }

  /** Null: another one is looked for. */
  choose(code: string | null): void {
    this.code = code
  }

  type(words: string): void {
    this.words = words
  }

  close(): void {
    this.stop()
  }
}
