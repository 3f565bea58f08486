import { makeAutoObservable, runInAction } from 'mobx'
import { wordsOf } from './problem'

/** Something loaded from the server, in one of a screen's four states. While it loads again, the last content stays. */
export class Loadable<T> {
  value: T | null = null
  error: string | null = null
  loading = false
  private run = 0

  constructor(
    private readonly load: () => Promise<T>,
    initial: T | null = null,
  ) {
    this.value = initial
    makeAutoObservable<this, 'load' | 'run'>(this, { load: false, run: false })
  }

  get state(): 'loading' | 'error' | 'content' {
    if (this.value !== null) return 'content'
    return this.error && !this.loading ? 'error' : 'loading'
  }

  /** Loads (again); an answer that a later load has overtaken is dropped. */
  async refresh(): Promise<void> {
    this.run += 1
    const run = this.run
    this.loading = true
    try {
      const value = await this.load()
      this.settle(run, () => {
        this.value = value
        this.error = null
      })
    } catch (error) {
      this.settle(run, () => {
        this.error = wordsOf(error)
      })
    }
  }

  /** Takes over content known from elsewhere; an answer still on its way is older and dropped. */
  set(value: T): void {
    this.run += 1
    this.value = value
    this.error = null
    this.loading = false
  }

  /** Forgets the content; an answer still on its way is dropped. */
  clear(): void {
    this.run += 1
    this.value = null
    this.error = null
    this.loading = false
  }

  private settle(run: number, change: () => void): void {
    if (run !== this.run) return
    runInAction(() => {
      change()
      this.loading = false
    })
  }
}
