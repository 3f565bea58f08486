import { makeAutoObservable, reaction, runInAction } from 'mobx'
import { Paged } from '@/lib/paged'
import { currentPlace, hasMap, pickPlace } from '@/lib/platform'
import { call } from '@/lib/request'
import type { Compound } from '../../../../contract/place'

const typingMs = 300
type Point = { readonly lng: number; readonly lat: number }

/** Choosing a compound: by name or initials, or the nearest first once the position is known. */
export class PlaceStore {
  words = ''
  here: Point | null = null
  locating = false
  notice: string | null = null
  readonly found = new Paged<Compound>((cursor) =>
    call('GET /compounds', { query: { q: this.words.trim() || undefined, near: this.near, cursor, limit: 20 } }),
  )
  private readonly stop: () => void

  constructor(here: Point | null) {
    this.here = here
    makeAutoObservable<this, 'stop'>(this, { found: false, stop: false })
    this.stop = reaction(
      () => [this.words.trim(), this.near],
      () => this.found.refresh(),
      { delay: typingMs },
    )
    this.found.refresh()
  }

  get near(): string | undefined {
    return this.here ? `${this.here.lng.toFixed(6)},${this.here.lat.toFixed(6)}` : undefined
  }

  type(words: string): void {
    this.words = words
  }

  /** The place of the phone, or the one pointed at on the map; null when there is none to be had. */
  async locate(): Promise<Point | null> {
    this.locating = true
    this.notice = null
    try {
      const { lng, lat } = await (hasMap ? pickPlace() : currentPlace())
      return this.stand({ lng, lat })
    } catch {
      return this.stand(null)
    } finally {
      runInAction(() => {
        this.locating = false
      })
    }
  }

  close(): void {
    this.stop()
  }

  private stand(here: Point | null): Point | null {
    if (here) this.here = here
    else this.notice = hasMap ? '没有选到位置，可以直接选小区。' : '没拿到位置，可以直接选小区。'
    return here
  }
}
