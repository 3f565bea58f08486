import { makeAutoObservable, observableRef, reaction, runInAction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { CallError } from '@/lib/problem'
import { call } from '@/lib/request'
import type { BoardPage, BoardRow, UnitPage } from '../../../../contract/board'
import { mine } from '../mine-store'

const typingMs = 300
const perPage = 100
/** Px from the top of the screen: the list has come so far up. */
const listSeen = 300

export interface Asked {
  readonly town?: string
  readonly code?: string
  readonly period?: string
  /** The unit that comes first; mine where none is named. */
  readonly unit?: string
}

/** One board: its period, the place of the unit that comes first, and all rows, a hundred at a time. */
export class BoardStore {
  period: string | undefined
  /** What is searched for. */
  words = ''
  /** The first page of what is shown. */
  page: BoardPage | null = null
  /** The list of all is on the screen. */
  isDown = false
  /** There is no such board or period. */
  missing = false
  readonly rows = new Paged<BoardRow>((cursor) => this.loadRows(cursor))
  readonly found = new Paged<BoardRow>((cursor) => this.ask({ q: this.words.trim(), cursor }))
  readonly unit = new Loadable<UnitPage>(() =>
    call('GET /boards/:code/units/:unitCode', {
      params: { code: this.code, unitCode: this.unitCode ?? '' },
      query: { town: this.asked.town, period: this.period },
    }),
  )
  private readonly stop: () => void

  constructor(private readonly asked: Asked) {
    this.period = asked.period
    makeAutoObservable<this, 'asked' | 'stop'>(this, {
      ...{ rows: false, found: false, unit: false, asked: false, stop: false },
      page: observableRef,
    })
    this.stop = reaction(
      () => this.words.trim(),
      (words) => this.search(words),
      { delay: typingMs },
    )
  }

  get code(): string {
    return this.asked.code ?? ''
  }

  /** Whose place comes first; undefined where the board ranks nothing of mine. */
  get unitCode(): string | undefined {
    return this.asked.unit || (this.page ? mine.unitOn(this.page.board) : undefined)
  }

  get isSearching(): boolean {
    return this.words.trim() !== ''
  }

  /** What is listed: all rows, or those that were found. */
  get shown(): Paged<BoardRow> {
    return this.isSearching ? this.found : this.rows
  }

  async refresh(): Promise<void> {
    const known = this.unitCode
    const place = known && this.unit.refresh()
    await Promise.all([this.rows.refresh(), this.isSearching && this.found.refresh(), place])
    if (!known) await this.findMine()
  }

  /** When the page is shown again: the rows one has scrolled through stay. */
  async look(): Promise<void> {
    if (this.rows.items.length === 0) await this.refresh()
    else if (this.unitCode) await this.unit.refresh()
  }

  choose(period: string): Promise<void> {
    this.period = period
    this.words = ''
    return this.refresh()
  }

  /** For somebody else than before. */
  startOver(): Promise<void> {
    this.unit.clear()
    return this.refresh()
  }

  type(words: string): void {
    this.words = words
  }

  /** The list begins so far below the top of the screen. */
  standAt(top: number): void {
    this.isDown = top < listSeen
  }

  close(): void {
    this.stop()
  }

  private search(words: string): void {
    if (words) this.found.refresh()
    else this.found.clear()
  }

  private async findMine(): Promise<void> {
    const { page } = this
    if (!page?.edition) return
    if (!this.unitCode && mine.list.value === null) await mine.refresh()
    if (this.unitCode) await this.unit.refresh()
  }

  private ask(query: { q?: string; cursor?: string | undefined }): Promise<BoardPage> {
    const { town } = this.asked
    return call('GET /boards/:code', { params: { code: this.code }, query: { town, period: this.period, limit: perPage, ...query } })
  }

  private async loadRows(cursor: string | undefined): Promise<BoardPage> {
    try {
      const page = await this.ask({ cursor })
      if (!cursor) this.take(page)
      return page
    } catch (error) {
      runInAction(() => {
        this.missing = error instanceof CallError && (error.status === 404 || error.status === 400)
      })
      throw error
    }
  }

  private take(page: BoardPage): void {
    this.page = page
    this.missing = false
  }
}
