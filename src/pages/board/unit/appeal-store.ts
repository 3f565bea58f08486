import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import type { UnitPage } from '../../../../contract/board'
import { Pictures } from '../pictures'

const keptAs = 'board-appeal'
type Kept = { readonly about: string; readonly text: string }

/** What the keeper of a unit objects to: the words stay on the phone until they are sent. */
export class AppealStore {
  text = ''
  busy = false
  failure: string | null = null
  readonly pictures = new Pictures(9)
  private readonly key = new RepeatKey()

  constructor(private readonly page: UnitPage) {
    makeAutoObservable<this, 'key' | 'page'>(this, { pictures: false, key: false, page: false })
    const kept = recall<Kept | null>(keptAs, null)
    if (kept?.about === this.about) this.text = kept.text
  }

  write(text: string): void {
    this.text = text
    this.failure = null
    keep(keptAs, { about: this.about, text } satisfies Kept)
  }

  /** Says whether it went out. */
  async send(): Promise<boolean> {
    if (this.busy) return false
    if (!this.text.trim()) {
      this.settle('请写清楚哪里有出入。')
      return false
    }
    this.busy = true
    this.failure = null
    try {
      await this.post(await this.pictures.send())
      forget(keptAs)
      this.settle(null)
      return true
    } catch (error) {
      this.settle(wordsOf(error))
      return false
    }
  }

  private get about(): string {
    const { board, edition, unit } = this.page
    return [board.townCode, board.code, edition.period, unit.unitCode].join(' ')
  }

  private async post(photoIds: string[]): Promise<void> {
    const { board, edition, unit } = this.page
    const body = { period: edition.period, text: this.text.trim(), photoIds }
    const at = { params: { code: board.code, unitCode: unit.unitCode }, query: { town: board.townCode } }
    await call('POST /boards/:code/units/:unitCode/appeals', { ...at, body, key: this.key.of(body) })
    this.key.done()
  }

  private settle(failure: string | null): void {
    this.busy = false
    this.failure = failure
  }
}
