import { makeAutoObservable, reaction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import type { BoardRow, UnitPage } from '../../../../contract/board'

const typingMs = 300

export interface Asked {
  readonly town?: string
  readonly code?: string
  readonly period?: string
  readonly unit?: string
  readonly other?: string
}

/** Two units of one board and period; the other one is looked for by its name. */
export class CompareStore {
  otherCode: string | undefined
  words = ''
  readonly one: Loadable<UnitPage>
  readonly other: Loadable<UnitPage>
  readonly found = new Paged<BoardRow>((cursor) =>
    call('GET /boards/:code', {
      params: { code: this.asked.code ?? '' },
      query: { ...this.where, q: this.words.trim(), cursor, limit: 20 },
    }),
  )
  private readonly stop: () => void

  constructor(private readonly asked: Asked) {
    this.otherCode = asked.other
    this.one = new Loadable(() => this.ask(asked.unit))
    this.other = new Loadable(() => this.ask(this.otherCode))
    makeAutoObservable<this, 'asked' | 'stop'>(this, { one: false, other: false, found: false, asked: false, stop: false })
    this.stop = reaction(
      () => this.words.trim(),
      () => this.found.refresh(),
      { delay: typingMs },
    )
  }

  /** What may be chosen: all that was found but the first one itself. */
  get choices(): BoardRow[] {
    return this.found.items.filter(({ unitCode }) => unitCode !== this.asked.unit)
  }

  async refresh(): Promise<void> {
    await Promise.all([this.one.refresh(), this.otherCode ? this.other.refresh() : this.found.refresh()])
  }

  choose(unitCode: string): Promise<void> {
    this.otherCode = unitCode
    this.other.clear()
    return this.other.refresh()
  }

  /** Back to the choice. */
  chooseAnother(): void {
    this.otherCode = undefined
    this.other.clear()
    this.found.refresh()
  }

  type(words: string): void {
    this.words = words
  }

  close(): void {
    this.stop()
  }

  private get where() {
    return { town: this.asked.town, period: this.asked.period }
  }

  private ask(unitCode = ''): Promise<UnitPage> {
    return call('GET /boards/:code/units/:unitCode', { params: { code: this.asked.code ?? '', unitCode }, query: this.where })
  }
}
