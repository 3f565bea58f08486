import { makeAutoObservable } from 'mobx'
import { watchNetwork } from './platform'

/** Whether the phone has a network; `onBack` callbacks run when it comes back. */
class Online {
  is = true
  private readonly waiting = new Set<() => void>()

  constructor() {
    // MobX would wrap the callbacks, and they could not be taken out again
    makeAutoObservable<this, 'waiting'>(this, { waiting: false })
    watchNetwork((isOn) => this.set(isOn))
  }

  /** Calls back each time the network returns; gives the function that stops it. */
  onBack(callback: () => void): () => void {
    this.waiting.add(callback)
    return () => this.waiting.delete(callback)
  }

  private set(is: boolean): void {
    const back = is && !this.is
    this.is = is
    if (back) for (const callback of this.waiting) callback()
  }
}

export const online = new Online()
