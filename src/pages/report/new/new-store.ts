import { compareStructural, makeAutoObservable, observableRef, reaction } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Category, Report, ReportCard } from '../../../../contract/report'
import { categories } from '../categories-store'
import type { Draft } from '../draft'
import { drafts } from '../drafts-store'
import { isPassing, outbox } from '../outbox-store'
import { PictureTray } from '../picture-tray'
import { type Field, missingIn } from './missing'

const saveAfterMs = 400

/** A report being written: kept on the phone at each change, then sent. */
export class NewStore {
  draft: Draft
  readonly tray: PictureTray
  phase: 'writing' | 'sending' | 'queued' | 'sent' = 'writing'
  /** What to mend, at its field. */
  errors: Partial<Record<Field, string>> = {}
  failure: string | null = null
  /** null: nothing kept yet; false: the phone has no room. */
  saved: boolean | null = null
  similar: ReportCard[] = []
  private readonly supportKey = new RepeatKey()
  private readonly stops: (() => void)[] = []

  constructor(draft: Draft) {
    // opened again from the queue: it is not sent behind the writer's back
    this.draft = { ...draft, state: 'draft', attempt: null }
    this.failure = draft.refusal
    this.tray = new PictureTray(draft.pictures)
    makeAutoObservable<this, 'stops' | 'supportKey'>(this, {
      stops: false,
      supportKey: false,
      tray: false,
      draft: observableRef,
      similar: observableRef,
    })
    this.stops = [
      reaction(
        () => this.current,
        () => this.save(),
        { delay: saveAfterMs },
      ),
      reaction(
        () => [this.draft.categoryCode, this.draft.compound?.code, this.draft.location],
        () => this.findSimilar(),
        { fireImmediately: true, equals: compareStructural },
      ),
    ]
    if (draft.state !== 'draft') this.save()
  }

  get current(): Draft {
    return { ...this.draft, pictures: this.tray.kept }
  }

  get category(): Category | undefined {
    return categories.find(this.draft.categoryCode)
  }

  /** The report, once it has arrived: sent from here, or from the queue while the page is open. */
  get report(): Report | undefined {
    return outbox.sent.get(this.draft.id)
  }

  /** Why it still waits in the queue, as the last try found. */
  get reason(): string | null {
    return drafts.find(this.draft.id)?.refusal ?? null
  }

  edit(changes: Partial<Draft>): void {
    this.draft = { ...this.draft, ...changes }
    for (const field of Object.keys(changes)) delete this.errors[field as Field]
  }

  save(): void {
    if (this.phase !== 'writing') return
    const kept = drafts.put({ ...this.current, savedAt: new Date().toISOString() })
    this.saved = drafts.find(this.draft.id) ? kept : null
  }

  /** Sends it; says whether everything that must be there is. What went wrong stands in `errors`, `failure` and `phase`. */
  async send(): Promise<boolean> {
    if (this.phase === 'sending') return true
    this.errors = missingIn(this.draft, this.category, this.tray.pictures.length)
    this.failure = null
    if (Object.keys(this.errors).length > 0) return false
    this.phase = 'sending'
    try {
      await outbox.send(this.current, this.tray)
      this.settle('sent')
    } catch (error) {
      this.refused(error)
    }
    return Object.keys(this.errors).length === 0
  }

  /** 我也遇到 instead of a second report; this draft is not needed any more. */
  async support(card: ReportCard): Promise<void> {
    await call('POST /reports/:id/support', { params: { id: card.id }, key: this.supportKey.of(card.id) })
    this.mark(card.id)
  }

  discard(): void {
    this.close()
    drafts.remove(this.draft.id)
  }

  /** Keeps what there is and lets go of the page. */
  close(): void {
    this.save()
    for (const stop of this.stops) stop()
    this.tray.close()
  }

  private mark(id: string): void {
    this.similar = this.similar.map((card) => (card.id === id ? { ...card, supported: true, supporters: card.supporters + 1 } : card))
  }

  private settle(phase: 'writing' | 'queued' | 'sent'): void {
    this.phase = phase
  }

  private refused(error: unknown): void {
    if (isPassing(error)) {
      this.phase = 'queued'
      return
    }
    this.phase = 'writing'
    const fields = error instanceof CallError ? error.fields : []
    this.errors = Object.fromEntries(fields.map(({ path, message }) => [path.replace('body/', '').split('/')[0], message]))
    this.failure = wordsOf(error)
    this.save()
  }

  private async findSimilar(): Promise<void> {
    const { categoryCode, compound, location } = this.draft
    if (!compound) return this.offer([])
    const near = location ? `${location.lng.toFixed(6)},${location.lat.toFixed(6)}` : undefined
    try {
      const { items } = await call('GET /reports/similar', { query: { categoryCode, compoundCode: compound.code, near } })
      if (compound.code === this.draft.compound?.code) this.offer(items.filter(({ mine }) => !mine))
    } catch {
      // an offer only: the report can be written without it
    }
  }

  private offer(cards: ReportCard[]): void {
    this.similar = cards
  }
}
