import { compareStructural, makeAutoObservable, reaction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Unit } from '../../../../contract/place'
import type { Action, Report, ReportCard } from '../../../../contract/report'
import { categories } from '../categories-store'
import { MatterStore, type Transition } from '../matter-store'
import { PictureTray } from '../picture-tray'
import { type Ask, asksOf, askWords } from './asks'
import { dropHandling, type HandleDraft, keepHandling, recallHandling } from './handle-draft'

const mostHelpers = 5
const saveAfterMs = 400

/** One action on one matter: what it asks for, gathered, kept on the phone at each change, and sent. */
export class HandleStore {
  readonly matter: MatterStore
  readonly tray: PictureTray
  note: string
  assignee: string | null = null
  helpers: string[] = []
  until: string | null = null
  into: string | null = null
  errors: Partial<Record<Ask, string>> = {}
  failure: string | null = null
  sending = false
  readonly units = new Loadable<Unit[]>(
    async () => (await call('GET /units', { query: { compoundCode: this.report?.compoundCode } })).items,
  )
  readonly similar = new Loadable<ReportCard[]>(() => this.findSimilar())
  /** What is kept belongs to who writes, and to this action on this matter. */
  private readonly keptAs: string
  private readonly stopKeeping: () => void
  private isOver = false

  constructor(
    id: string,
    readonly action: Action,
  ) {
    this.matter = new MatterStore(id)
    this.keptAs = [session.person?.id, id, action].join(' ')
    const { note, pictures } = recallHandling(this.keptAs)
    this.note = note
    this.tray = new PictureTray(pictures)
    makeAutoObservable<this, 'keptAs' | 'stopKeeping'>(this, {
      matter: false,
      tray: false,
      units: false,
      similar: false,
      action: false,
      keptAs: false,
      stopKeeping: false,
    })
    this.stopKeeping = reaction(
      () => this.draft,
      () => this.save(),
      { delay: saveAfterMs, equals: compareStructural },
    )
  }

  get report(): Report | null {
    return this.matter.report.value
  }

  private get draft(): HandleDraft {
    return { note: this.note, pictures: this.tray.kept }
  }

  get asks(): readonly Ask[] {
    return asksOf(this.action)
  }

  /** Not possible any more, since somebody else was faster. */
  get isPast(): boolean {
    return this.report !== null && !this.report.actions.includes(this.action)
  }

  /** The reporter's picture rule holds for the handling too. */
  get needsPhoto(): boolean {
    return this.action === 'handle' && categories.find(this.report?.categoryCode ?? '')?.evidence === 'photo'
  }

  async load(): Promise<void> {
    await Promise.all([this.matter.report.refresh(), categories.groups.value ? undefined : categories.groups.refresh()])
    if (this.isPast) this.forget()
    if (this.asks.includes('assignee')) this.units.refresh()
    if (this.asks.includes('into')) this.similar.refresh()
  }

  write(note: string): void {
    this.note = note
    delete this.errors.note
  }

  /** A ready reason, put before what is written already. */
  say(reason: string): void {
    this.write(this.note.includes(reason) ? this.note : [reason, this.note].filter(Boolean).join('。'))
  }

  lead(code: string): void {
    this.assignee = code
    this.helpers = this.helpers.filter((helper) => helper !== code)
    delete this.errors.assignee
  }

  help(code: string): void {
    const there = this.helpers.includes(code)
    this.helpers = there ? this.helpers.filter((helper) => helper !== code) : [...this.helpers, code].slice(-mostHelpers)
    if (this.assignee === code) this.assignee = null
  }

  wait(until: string): void {
    this.until = until
    delete this.errors.until
  }

  merge(id: string): void {
    this.into = id
    delete this.errors.into
  }

  /** Says whether it was done; what is missing stands in `errors`, what went wrong in `failure`. */
  async send(): Promise<boolean> {
    this.errors = this.missing()
    this.failure = null
    if (this.sending || Object.keys(this.errors).length > 0) return false
    this.sending = true
    try {
      const photoIds = await this.tray.settle()
      const done = await this.matter.act(this.body(photoIds))
      if (done) this.forget()
      this.finish(done ? null : this.matter.failure)
      return done
    } catch (error) {
      this.finish(wordsOf(error))
      return false
    }
  }

  save(): void {
    if (!this.isOver) keepHandling(this.keptAs, this.draft)
  }

  /** Keeps what there is and lets go of the page. */
  close(): void {
    this.save()
    this.stopKeeping()
    this.tray.close()
  }

  /** It is sent, or cannot be done any more. */
  private forget(): void {
    this.isOver = true
    dropHandling(this.keptAs, this.draft)
  }

  private finish(failure: string | null): void {
    this.sending = false
    this.failure = failure
  }

  private missing(): Partial<Record<Ask, string>> {
    const given: Record<Ask, boolean> = {
      note: Boolean(this.note.trim()),
      photo: this.tray.pictures.length > 0 || !this.needsPhoto,
      assignee: this.assignee !== null,
      until: this.until !== null,
      into: this.into !== null,
    }
    return Object.fromEntries(this.asks.filter((ask) => !given[ask]).map((ask) => [ask, askWords[ask]]))
  }

  private body(photoIds: string[]): Transition {
    return {
      action: this.action,
      note: this.note.trim() || null,
      ...(photoIds.length > 0 ? { photoIds } : {}),
      ...(this.assignee ? { assignee: this.assignee } : {}),
      ...(this.helpers.length > 0 ? { helpers: this.helpers } : {}),
      ...(this.until ? { until: this.until } : {}),
      ...(this.into ? { into: this.into } : {}),
    }
  }

  private async findSimilar(): Promise<ReportCard[]> {
    const { report } = this
    if (!report) return []
    const { categoryCode, compoundCode } = report
    const { items } = await call('GET /reports/similar', { query: { categoryCode, compoundCode } })
    return items.filter(({ id }) => id !== report.id)
  }
}
