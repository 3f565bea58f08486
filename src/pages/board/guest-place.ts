import { makeAutoObservable } from 'mobx'
import { forget, keep, recall } from '@/lib/storage'
import type { Area } from '../../../contract/place'

const keptAs = 'board-place'
type Kept = Pick<Area, 'code' | 'shortName' | 'townCode'>

/** The residential area that somebody without a home in the app wants to see first; it stays on the phone. */
class GuestPlace {
  area: Kept | null = recall<Kept | null>(keptAs, null)

  constructor() {
    makeAutoObservable(this)
  }

  choose({ code, shortName, townCode }: Kept): void {
    this.area = { code, shortName, townCode }
    keep(keptAs, this.area)
  }

  clear(): void {
    this.area = null
    forget(keptAs)
  }
}

export const guestPlace = new GuestPlace()
