import { makeAutoObservable, observableRef } from 'mobx'
import { newKey, RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { choosePictures, pickPlace } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { upload } from '@/lib/upload'
import type { SiteDetail } from '../../../../contract/study'
import { draftOfSite, newSite, type SiteDraft, type SiteField, siteBody, siteFaults } from './site-draft'

export const mostPhotos = 9

/** A site that is being written; without an id a new one. */
export class EditorStore {
  readonly site: Loadable<SiteDetail>
  draft: SiteDraft | null
  errors: Partial<Record<SiteField, string>> = {}
  failure: string | null = null
  busy: 'save' | 'photo' | null = null
  saved = false
  private readonly keys = new RepeatKey()

  constructor(readonly id: string | null) {
    this.site = new Loadable(() => call('GET /sites/:id', { params: { id: id ?? '' } }))
    this.draft = id === null ? newSite() : null
    makeAutoObservable<this, 'keys'>(this, { id: false, site: false, keys: false, draft: observableRef })
  }

  async load(): Promise<void> {
    if (this.id === null) return
    await this.site.refresh()
    if (this.site.value && !this.draft) this.take(this.site.value)
  }

  change(change: Partial<SiteDraft>): void {
    if (!this.draft) return
    this.draft = { ...this.draft, ...change }
    this.errors = {}
    this.failure = null
    this.saved = false
  }

  /** In where it was not, and out where it was. */
  toggleWay(way: SiteDraft['ways'][number]): void {
    const ways = this.draft?.ways ?? []
    this.change({ ways: ways.includes(way) ? ways.filter((one) => one !== way) : [...ways, way] })
  }

  async findPlace(): Promise<void> {
    try {
      const { lng, lat } = await pickPlace()
      this.change({ lng: lng.toFixed(6), lat: lat.toFixed(6) })
    } catch {
      this.end('没有取到位置，请允许使用位置，或直接填写。')
    }
  }

  async addPhotos(): Promise<void> {
    await this.run('photo', async () => {
      const had = this.draft?.photos ?? []
      const paths = await choosePictures(mostPhotos - had.length, 'album')
      for (const path of paths.slice(0, mostPhotos - had.length)) {
        const photo = await upload(path, newKey(), () => {}).photo
        this.change({ photos: [...(this.draft?.photos ?? []), photo] })
      }
    })
  }

  async save(): Promise<void> {
    const { draft } = this
    if (!draft || this.busy) return
    this.errors = siteFaults(draft)
    if (Object.keys(this.errors).length > 0) return
    await this.run('save', async () => {
      const { id, ...body } = siteBody(draft)
      const site =
        this.id === null
          ? await call('POST /sites', { body: { id, ...body }, key: this.keys.of({ id, ...body }) })
          : await call('PATCH /sites/:id', { params: { id }, body })
      this.keys.done()
      this.finish(site, draft)
    })
  }

  private take(site: SiteDetail): void {
    this.draft = draftOfSite(site)
  }

  private finish(site: SiteDetail, sent: SiteDraft): void {
    this.site.set(site)
    // what was typed meanwhile is not saved
    if (this.draft === sent) this.take(site)
    this.saved = true
  }

  private async run(work: EditorStore['busy'], act: () => Promise<void>): Promise<void> {
    this.busy = work
    this.failure = null
    this.end(await act().then(() => null, wordsFor))
  }

  private end(failure: string | null): void {
    this.busy = null
    this.failure = failure
  }
}

const wordsFor = (error: unknown) => (error instanceof CallError && error.fields[0]?.message) || wordsOf(error)
