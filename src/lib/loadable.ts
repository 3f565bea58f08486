import { makeAutoObservable, runInAction } from 'mobx'
import { CallError, wordsOf } from './problem'

/** Something loaded from the server, in one of a screen's four states. While it loads again, the last content stays. */
export class Loadable<T> {
  value: T | null = null
  error: string | null = null
  /** The server says that there is no such thing, or that no such thing can be: asking again does not help. */
  isMissing = false
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
        this.isMissing = false
      })
    } catch (error) {
      this.settle(run, () => {
        this.error = wordsOf(error)
        this.isMissing = error instanceof CallError && (error.status === 404 || error.status === 400)
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
    this.isMissing = false
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
