import { makeAutoObservable } from 'mobx'
import { newKey, RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { upload } from '@/lib/upload'
import type { XuexiTotal } from '../../../../contract/branch'
import { lastMonths } from '../months'

/** My totals, and the one that is being written. */
export class XuexiStore {
  readonly mine = new Loadable(() => call('GET /branch/xuexi/mine'))
  month = lastMonths(Date.now(), 1)[0] as string
  total = ''
  /** The screenshot: its file on the phone. */
  picture: string | null = null
  busy = false
  sent: XuexiTotal | null = null
  failure: string | null = null
  errors: Partial<Record<'total' | 'picture', string>> = {}
  /** The screenshot that is on the server already, for another try. */
  private uploaded: { readonly path: string; readonly id: string } | null = null
  private readonly keys = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'keys' | 'uploaded'>(this, { mine: false, keys: false, uploaded: false })
  }

  /** The least that a total of the month can be. */
  get atLeast(): number {
    return this.mine.value?.months.find(({ month }) => month === this.month)?.atLeast ?? 0
  }

  choose(month: string): void {
    this.month = month
    this.change()
  }

  type(total: string): void {
    this.total = total.replace(/\D/g, '').slice(0, 7)
    this.change()
  }

  takePicture(path: string): void {
    this.picture = path
    this.change()
  }

  async send(): Promise<void> {
    const { month, picture, total } = this
    this.errors = this.faults()
    if (this.busy || !picture || Object.keys(this.errors).length > 0) return
    this.begin()
    try {
      const body = { month, total: Number(total), photoId: await this.photoOf(picture) }
      const sent = await call('POST /branch/xuexi', { body, key: this.keys.of(body) })
      this.keys.done()
      this.finish(sent)
      await this.mine.refresh()
    } catch (error) {
      if (error instanceof CallError && error.code === 'photo-not-usable') this.uploaded = null
      this.fail((error instanceof CallError && error.fields[0]?.message) || wordsOf(error))
    }
  }

  private faults(): XuexiStore['errors'] {
    const { total, picture, atLeast } = this
    const low = Number(total) < atLeast && `总分只会越来越多，之前已经有 ${atLeast} 分了。请对照截图再看一遍。`
    return {
      ...(total === '' ? { total: '请填学习强国里的总分。' } : low ? { total: low } : {}),
      ...(picture ? {} : { picture: '请选一张看得到总分的截图。' }),
    }
  }

  private async photoOf(path: string): Promise<string> {
    if (this.uploaded?.path !== path) this.uploaded = { path, id: (await upload(path, newKey(), () => {}).photo).id }
    return this.uploaded.id
  }

  private change(): void {
    this.errors = {}
    this.failure = null
    this.sent = null
  }

  private begin(): void {
    this.busy = true
    this.failure = null
    this.sent = null
  }

  private finish(sent: XuexiTotal): void {
    this.busy = false
    this.sent = sent
    this.total = ''
    this.picture = null
    this.uploaded = null
  }

  private fail(words: string): void {
    this.busy = false
    this.failure = words
  }
}
