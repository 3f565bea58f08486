import { makeAutoObservable } from 'mobx'
import { newKey } from '@/lib/key'
import { choosePictures } from '@/lib/platform'
import { upload } from '@/lib/upload'

type Picture = { readonly path: string; readonly key: string; photoId: string | null }

/** Pictures that go along with what is written: chosen here, sent before it, each once however often it is tried. */
export class Pictures {
  items: Picture[] = []
  failure: string | null = null

  constructor(private readonly most: number) {
    makeAutoObservable<this, 'most'>(this, { most: false })
  }

  get room(): number {
    return this.most - this.items.length
  }

  async choose(source: 'camera' | 'album'): Promise<void> {
    this.fail(null)
    try {
      this.put((await choosePictures(this.room, source)).slice(0, this.room))
    } catch {
      this.fail(source === 'camera' ? '没有打开相机，请在手机设置里允许使用相机。' : '没有打开相册，请在手机设置里允许使用相册。')
    }
  }

  drop(path: string): void {
    this.items = this.items.filter((picture) => picture.path !== path)
  }

  /** Sends those that are not sent yet; gives the ids of all. Throws CallError. */
  async send(): Promise<string[]> {
    for (const picture of this.items) picture.photoId ??= (await upload(picture.path, picture.key, () => {}).photo).id
    return this.items.flatMap(({ photoId }) => photoId ?? [])
  }

  private put(paths: readonly string[]): void {
    this.items.push(...paths.map((path) => ({ path, key: newKey(), photoId: null })))
  }

  private fail(words: string | null): void {
    this.failure = words
  }
}
