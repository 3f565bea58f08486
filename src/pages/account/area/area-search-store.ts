import { makeAutoObservable, reaction, runInAction } from 'mobx'
import { Paged } from '@/lib/paged'
import { currentPlace } from '@/lib/platform'
import { call } from '@/lib/request'
import type { Area } from '../../../../contract/place'

const typingMs = 300
/** Farther than this the nearest area is hardly where the person lives. */
const farMetres = 5000

/** Finding a residential area: by name or pinyin initials, the nearest first once the position is known. */
export class AreaSearchStore {
  words = ''
  near: string | null = null
  locating = false
  notice: string | null = null
  readonly found = new Paged<Area>((cursor) =>
    call('GET /areas', { query: { q: this.words.trim(), near: this.near ?? undefined, cursor, limit: 20 } }),
  )
  private readonly stop: () => void

  constructor() {
    makeAutoObservable<this, 'stop'>(this, { found: false, stop: false })
    this.stop = reaction(
      () => this.words.trim(),
      () => this.found.refresh(),
      { delay: typingMs },
    )
    this.found.refresh()
  }

  get isFar(): boolean {
    const nearest = this.found.items[0]?.distance
    return this.near !== null && !this.words.trim() && typeof nearest === 'number' && nearest > farMetres
  }

  type(words: string): void {
    this.words = words
  }

  /** Asks the phone where it is and shows the nearest first. */
  async locate(): Promise<void> {
    this.locating = true
    this.notice = null
    try {
      const { lng, lat } = await currentPlace()
      this.stand(`${lng.toFixed(6)},${lat.toFixed(6)}`)
    } catch {
      this.say('没有取到位置。可以在手机设置里允许定位后再试，或者直接按名字找。')
    }
    runInAction(() => {
      this.locating = false
    })
  }

  close(): void {
    this.stop()
  }

  private stand(near: string): void {
    this.near = near
    this.words = ''
    this.found.clear()
    this.found.refresh()
  }

  private say(notice: string): void {
    this.notice = notice
  }
}
