import { makeAutoObservable, observableRef } from 'mobx'
import { newKey } from '@/lib/key'
import { choosePictures } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import { upload } from '@/lib/upload'
import type { DraftRow } from '../../../../contract/board'
import type { DraftAddress } from '../urls'
import { bodyOf, draftOf, type EntryDraft, isWhole, isWritten } from './entry-draft'

export const mostPhotos = 9
const keptAs = 'board-entry-draft'

interface Unit {
  readonly code: string
  readonly name: string
  /** It has figures in the draft already. */
  readonly written: boolean
}
type Kept = { readonly address: DraftAddress; readonly unit: Unit; readonly draft: EntryDraft }

/** A unit's figures as they are written by hand; they stay on the phone until they are saved or given up. */
export class EntryStore {
  unit: Unit | null = null
  draft: EntryDraft | null = null
  /** By key of the part, or `sample`. */
  faults: Readonly<Record<string, string>> = {}
  failure: string | null = null
  busy: 'save' | 'remove' | 'photo' | null = null
  /** Whose figures were saved last. */
  saved: string | null = null

  constructor(private readonly address: DraftAddress) {
    const kept = recall<Kept | null>(keptAs, null)
    if (kept && isSame(kept.address, address)) {
      this.unit = kept.unit
      this.draft = kept.draft
    }
    makeAutoObservable<this, 'address'>(this, { address: false, unit: observableRef, draft: observableRef, faults: observableRef })
  }

  open(row: DraftRow): void {
    this.close()
    this.saved = null
    this.draft = draftOf(row)
    this.unit = { code: row.unitCode, name: row.name, written: isWritten(row) }
  }

  /** Leaves the figures as they are saved. */
  close(): void {
    this.unit = null
    this.draft = null
    this.faults = {}
    this.failure = null
    forget(keptAs)
  }

  change(change: Partial<EntryDraft>): void {
    if (!this.draft || !this.unit) return
    this.draft = { ...this.draft, ...change }
    this.faults = {}
    this.failure = null
    keep(keptAs, { address: this.address, unit: this.unit, draft: this.draft } satisfies Kept)
  }

  setFigure(key: string, text: string): void {
    this.change({ figures: { ...this.draft?.figures, [key]: text } })
  }

  /** In where it was not, and out where it was. */
  toggleVeto(key: string): void {
    const vetoes = this.draft?.vetoes ?? []
    this.change({ vetoes: vetoes.includes(key) ? vetoes.filter((one) => one !== key) : [...vetoes, key] })
  }

  async addPhotos(source: 'camera' | 'album'): Promise<void> {
    await this.run('photo', async () => {
      const room = mostPhotos - (this.draft?.photos.length ?? 0)
      const paths = await choosePictures(room, source)
      for (const path of paths.slice(0, room)) {
        const photo = await upload(path, newKey(), () => {}).photo
        this.change({ photos: [...(this.draft?.photos ?? []), photo] })
      }
    })
  }

  /** Says whether it was saved. */
  async save(computed: boolean): Promise<boolean> {
    const { draft, unit } = this
    if (!draft || !unit) return false
    if (draft.sample.trim() !== '' && !isWhole(draft.sample)) {
      this.faults = { sample: '样本写一个整数，没有就空着。' }
      return false
    }
    return this.run('save', async () => {
      const params = { ...this.address, unitCode: unit.code }
      await call('PUT /boards/:code/drafts/:period/entries/:unitCode', { params, body: bodyOf(draft, computed) })
      this.finish(unit.name, draft)
    })
  }

  /** Takes the unit's figures out of the draft. Says whether that was done. */
  async remove(): Promise<boolean> {
    const { unit } = this
    if (!unit) return false
    return this.run('remove', async () => {
      await call('DELETE /boards/:code/drafts/:period/entries/:unitCode', { params: { ...this.address, unitCode: unit.code } })
      this.close()
    })
  }

  private async run(work: EntryStore['busy'], act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.begin(work)
    try {
      await act()
      this.end({}, null)
      return true
    } catch (error) {
      const faults = faultsOf(error)
      this.end(faults, Object.keys(faults).length > 0 ? null : wordsOf(error))
      return false
    }
  }

  private begin(work: EntryStore['busy']): void {
    this.busy = work
    this.faults = {}
    this.failure = null
  }

  private finish(name: string, sent: EntryDraft): void {
    this.saved = name
    // what was typed meanwhile is not saved
    if (this.draft === sent) this.close()
  }

  private end(faults: Readonly<Record<string, string>>, failure: string | null): void {
    this.busy = null
    this.faults = faults
    this.failure = failure
  }
}

const isSame = (one: DraftAddress, other: DraftAddress) => one.code === other.code && one.period === other.period

/** What is wrong with which figure: body/figures/effect. */
function faultsOf(error: unknown): Record<string, string> {
  const fields = error instanceof CallError ? error.fields : []
  return Object.fromEntries(fields.map(({ path, message }) => [path.split('/').pop() ?? '', message]))
}
