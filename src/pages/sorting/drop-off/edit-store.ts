import { makeAutoObservable, observableRef } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { pickPlace } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import type { DropOff } from '../../../../contract/sorting'
import { bodyOf, type DayDraft, type DropOffDraft, draftOf, dropOffFaults, newDropOff, newPlace, type PlaceDraft } from './drop-off-draft'

const keptAs = 'sorting-drop-off-draft'
type Kept = { readonly code: string; readonly draft: DropOffDraft }

/** A compound's drop-off as it is being written; what is typed stays on the phone until it is saved or given up. */
export class EditStore {
  /** Null in it: nobody has written it yet. */
  readonly saved: Loadable<{ readonly dropOff: DropOff | null }>
  faults = new Map<string, string>()
  failure: string | null = null
  busy: 'save' | 'place' | null = null
  isDone = false
  private typed: DropOffDraft | null

  constructor(readonly code: string) {
    this.saved = new Loadable(() => load(code))
    const kept = recall<Kept | null>(keptAs, null)
    this.typed = kept?.code === code ? kept.draft : null
    makeAutoObservable<this, 'typed'>(this, { code: false, saved: false, typed: observableRef, faults: observableRef })
  }

  get draft(): DropOffDraft {
    const known = this.saved.value?.dropOff
    return this.typed ?? (known ? draftOf(known) : newDropOff)
  }

  get isChanged(): boolean {
    return this.typed !== null
  }

  change(change: Partial<DropOffDraft>): void {
    this.typed = { ...this.draft, ...change }
    this.faults = new Map()
    this.failure = null
    this.isDone = false
    keep(keptAs, { code: this.code, draft: this.typed } satisfies Kept)
  }

  changePlace(at: number, change: Partial<PlaceDraft>): void {
    this.change({ places: this.draft.places.map((place, index) => (index === at ? { ...place, ...change } : place)) })
  }

  addPlace(): void {
    this.change({ places: [...this.draft.places, newPlace] })
  }

  removePlace(at: number): void {
    this.change({ places: this.draft.places.filter((_, index) => index !== at) })
  }

  changeDay(at: number, change: Partial<DayDraft>): void {
    this.change({ days: this.draft.days.map((day, index) => (index === at ? { ...day, ...change } : day)) })
  }

  addDay(): void {
    this.change({ days: [...this.draft.days, { day: '', hours: '', note: '' }] })
  }

  removeDay(at: number): void {
    this.change({ days: this.draft.days.filter((_, index) => index !== at) })
  }

  async locate(at: number): Promise<void> {
    if (this.busy) return
    this.begin('place')
    try {
      const { lng, lat } = await pickPlace()
      this.changePlace(at, { location: { lng: Number(lng.toFixed(6)), lat: Number(lat.toFixed(6)) } })
      this.end(null)
    } catch {
      this.end('没有取到位置，请允许使用位置；也可以先不标。')
    }
  }

  /** Back to what is saved. */
  discard(): void {
    this.typed = null
    this.faults = new Map()
    this.failure = null
    forget(keptAs)
  }

  async save(): Promise<void> {
    const { draft } = this
    if (this.busy) return
    this.faults = dropOffFaults(draft)
    if (this.faults.size > 0) return
    this.begin('save')
    try {
      const params = { compoundCode: this.code }
      this.finish(await call('PUT /sorting/drop-offs/:compoundCode', { params, body: bodyOf(draft) }), draft)
    } catch (error) {
      this.end((error instanceof CallError && error.fields[0]?.message) || wordsOf(error))
    }
  }

  private begin(busy: EditStore['busy']): void {
    this.busy = busy
    this.failure = null
  }

  private finish(dropOff: DropOff, sent: DropOffDraft): void {
    this.saved.set({ dropOff })
    // what was typed meanwhile is not saved
    if (this.typed === null || this.typed === sent) this.discard()
    this.isDone = true
    this.end(null)
  }

  private end(failure: string | null): void {
    this.busy = null
    this.failure = failure
  }
}

async function load(compoundCode: string): Promise<{ dropOff: DropOff | null }> {
  try {
    return { dropOff: await call('GET /sorting/drop-offs/:compoundCode', { params: { compoundCode } }) }
  } catch (error) {
    if (error instanceof CallError && error.status === 404) return { dropOff: null }
    throw error
  }
}
