import { makeAutoObservable, observableRef } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import type { Board, Draft } from '../../../../contract/board'
import { deskTown, mayEdit, mayReview } from '../may'
import type { DraftAddress } from '../urls'
import { type Due, dueOf, isMine } from './waiting'

const perPage = 50
const mostCounted = 100

interface Selected {
  readonly address: DraftAddress
  readonly page: 'figures' | 'review'
}

/** What is on its way in the town, and for whom it waits. */
export class DeskStore {
  readonly drafts = new Paged<Draft>((cursor) => call('GET /boards/drafts', { query: { cursor, limit: perPage } }))
  readonly boards = new Loadable<Board[]>(async () => (await call('GET /boards', { query: { town: deskTown() } })).items)
  /** How many appeals wait: as many as this, or more. */
  readonly appeals = new Loadable<number>(async () => {
    const { items } = await call('GET /boards/appeals', { query: { open: true, limit: mostCounted } })
    return items.length
  })
  /** What stands beside the list where the window is wide. */
  selected: Selected | null = null

  constructor() {
    makeAutoObservable(this, { drafts: false, boards: false, appeals: false, selected: observableRef })
  }

  async refresh(): Promise<void> {
    await Promise.all([this.drafts.refresh(), this.boards.refresh(), this.appeals.refresh()])
  }

  get mine(): Draft[] {
    return this.drafts.items.filter((draft) => isMine(draft, this.powers))
  }

  get others(): Draft[] {
    return this.drafts.items.filter((draft) => !isMine(draft, this.powers))
  }

  get due(): Due[] {
    if (!mayEdit() || !this.drafts.loaded) return []
    return dueOf(this.boards.value ?? [], this.drafts.items, Date.now())
  }

  /** How many appeals there are, in words; null where there are none, or that is not known. */
  get appealWords(): string | null {
    const count = this.appeals.value ?? 0
    if (count === 0) return null
    return count < mostCounted ? `${count} 条申诉等答复` : `${mostCounted} 多条申诉等答复`
  }

  select(address: DraftAddress): void {
    this.selected = { address, page: this.pageFor(address) }
  }

  /** Figures that stand still are looked at, others are written. */
  pageFor(address: DraftAddress): Selected['page'] {
    return this.draftAt(address)?.state === 'in_review' || !mayEdit() ? 'review' : 'figures'
  }

  get powers() {
    return { edits: mayEdit(), reviews: mayReview() }
  }

  private draftAt({ code, period }: DraftAddress): Draft | undefined {
    return this.drafts.items.find((draft) => draft.boardCode === code && draft.period === period)
  }
}
