import { makeAutoObservable, observableRef } from 'mobx'
import { Paged } from '@/lib/paged'
import { CallError } from '@/lib/problem'
import { call } from '@/lib/request'
import type { BoardFacts, Draft, DraftPage, DraftRow } from '../../../contract/board'
import type { DraftAddress } from './urls'

const perPage = 100

/** A period on its way, with the ranks that its figures give. */
export class DraftStore {
  draft: Draft | null = null
  board: BoardFacts | null = null
  /** What has been looked at; it goes along when it is published. */
  digest = ''
  /** Nobody has begun this period, or it is out. */
  isMissing = false
  readonly rows: Paged<DraftRow> = new Paged((cursor) => this.load(cursor))

  constructor(readonly address: DraftAddress) {
    makeAutoObservable(this, { address: false, rows: false, draft: observableRef, board: observableRef })
  }

  async refresh(): Promise<void> {
    await this.rows.refresh()
  }

  /** The row of a unit; asks for further pages until it is there. */
  async find(unitCode: string): Promise<DraftRow | null> {
    for (;;) {
      const found = this.rows.items.find((row) => row.unitCode === unitCode)
      if (found) return found
      if (!this.rows.hasMore || this.rows.error) return null
      await this.rows.more()
    }
  }

  /** Takes over what a change answered. */
  take(draft: Draft): void {
    this.draft = draft
  }

  private async load(cursor: string | undefined) {
    const { code, period } = this.address
    try {
      const page = await call('GET /boards/:code/drafts/:period', { params: { code, period }, query: { cursor, limit: perPage } })
      if (cursor && page.digest !== this.digest) this.startOver()
      else this.show(page)
      return page
    } catch (error) {
      if (error instanceof CallError && error.status === 404) this.miss()
      throw error
    }
  }

  /** Figures changed between two pages: what stands above is no longer what is counted. */
  private startOver(): void {
    this.rows.clear()
    this.rows.refresh()
  }

  private show({ draft, board, digest }: DraftPage): void {
    this.draft = draft
    this.board = board
    this.digest = digest
    this.isMissing = false
  }

  private miss(): void {
    this.draft = null
    this.isMissing = true
  }
}
