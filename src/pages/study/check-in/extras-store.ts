import { makeAutoObservable, runInAction } from 'mobx'
import { newKey } from '@/lib/key'
import { choosePictures } from '@/lib/platform'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import { upload } from '@/lib/upload'
import type { CheckInResult } from '../../../../contract/study'

const keptAs = 'study-extras'
type Kept = { readonly id: string; readonly thought: string; readonly minutes: number | null }
type Picture = { readonly path: string; readonly key: string; photoId: string | null }

const mostPhotos = 3

/** What somebody adds to a check-in afterwards; words are kept on the phone until they are sent. */
export class ExtrasStore {
  thought = ''
  minutes: number | null = null
  pictures: Picture[] = []
  saving = false
  saved = false
  failure: string | null = null

  constructor(
    private readonly id: string,
    private readonly photosBefore: number,
  ) {
    makeAutoObservable<this, 'id' | 'photosBefore'>(this, { id: false, photosBefore: false })
    const kept = recall<Kept | null>(keptAs, null)
    if (kept?.id === id) this.write({ thought: kept.thought, minutes: kept.minutes })
  }

  get room(): number {
    return mostPhotos - this.photosBefore - this.pictures.length
  }

  get isEmpty(): boolean {
    return !this.thought.trim() && this.minutes === null && this.pictures.length === 0
  }

  write(change: { thought?: string; minutes?: number | null }): void {
    Object.assign(this, change)
    this.saved = false
    this.failure = null
    keep(keptAs, { id: this.id, thought: this.thought, minutes: this.minutes } satisfies Kept)
  }

  async choose(source: 'camera' | 'album'): Promise<void> {
    this.failure = null
    try {
      const paths = await choosePictures(this.room, source)
      this.put(paths.slice(0, this.room))
    } catch {
      this.fail(source === 'camera' ? '没有打开相机，请在手机设置里允许使用相机。' : '没有打开相册，请在手机设置里允许使用相册。')
    }
  }

  drop(path: string): void {
    this.pictures = this.pictures.filter((picture) => picture.path !== path)
  }

  /** Sends what was added; null where it did not go. */
  async save(): Promise<CheckInResult | null> {
    if (this.saving || this.isEmpty) return null
    this.begin()
    try {
      const photoIds = await this.sendPictures()
      const body = { thought: this.thought.trim() || null, minutes: this.minutes, photoIds }
      const result = await call('PATCH /check-ins/:id', { params: { id: this.id }, body })
      this.finish()
      return result
    } catch (error) {
      this.fail(wordsOf(error))
      return null
    }
  }

  private async sendPictures(): Promise<string[]> {
    for (const picture of this.pictures) picture.photoId ??= (await upload(picture.path, picture.key, () => {}).photo).id
    return this.pictures.flatMap(({ photoId }) => photoId ?? [])
  }

  private put(paths: readonly string[]): void {
    this.pictures.push(...paths.map((path) => ({ path, key: newKey(), photoId: null })))
    this.saved = false
  }

  private begin(): void {
    this.saving = true
    this.failure = null
  }

  private finish(): void {
    runInAction(() => {
      this.saving = false
      this.saved = true
      this.thought = ''
      this.minutes = null
      this.pictures = []
    })
    forget(keptAs)
  }

  private fail(words: string): void {
    this.saving = false
    this.failure = words
  }
}
