import { makeAutoObservable, runInAction } from 'mobx'
import { currentPlace } from '@/lib/platform'

/** Where the phone is, once somebody asked for the nearest. Known as long as the app runs, and not kept. */
class HereStore {
  at: { readonly lng: number; readonly lat: number } | null = null
  locating = false
  notice: string | null = null

  constructor() {
    makeAutoObservable(this)
  }

  /** As a query takes it. */
  get near(): string | undefined {
    return this.at ? `${this.at.lng.toFixed(6)},${this.at.lat.toFixed(6)}` : undefined
  }

  async find(): Promise<void> {
    this.locating = true
    this.notice = null
    const place = await currentPlace().catch(() => null)
    runInAction(() => {
      this.locating = false
      this.at = place && { lng: place.lng, lat: place.lat }
      this.notice = place ? null : '没拿到位置，请在手机设置里允许使用位置。'
    })
  }

  forget(): void {
    this.at = null
  }
}

export const here = new HereStore()
