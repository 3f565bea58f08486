import { makeAutoObservable } from 'mobx'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import type { DraftRow } from '../../../../contract/board'

const perPage = 100

/** The ranks that a file would give, period by period. */
export class FilePreview {
  period: string | null = null
  readonly rows: Paged<DraftRow> = new Paged((cursor) => this.load(cursor))
  private id = ''

  constructor(private readonly code: string) {
    makeAutoObservable<this, 'code' | 'id'>(this, { code: false, id: false, rows: false })
  }

  /** Looks at a period of a file. */
  look(id: string, period: string): void {
    this.clear()
    this.id = id
    this.period = period
    this.rows.refresh()
  }

  clear(): void {
    this.period = null
    this.rows.clear()
  }

  private async load(cursor: string | undefined) {
    const { code, id, period } = this
    if (!period) return { items: [], nextCursor: null }
    return call('GET /boards/:code/imports/:id/preview', { params: { code, id }, query: { period, cursor, limit: perPage } })
  }
}
