import { makeAutoObservable, observableRef, runInAction } from 'mobx'
import { wordsOf } from './problem'

export interface Slice<T> {
  readonly items: T[]
  readonly nextCursor: string | null
}

const perBlock = 20

/** A long list, page by page. Refreshing keeps the last content until the new one is there. */
export class Paged<T> {
  items: T[] = []
  error: string | null = null
  loading = false
  loaded = false
  private cursor: string | null = null
  /** What was asked for last: the beginning without a cursor. */
  private asked: string | undefined
  private run = 0

  constructor(private readonly load: (cursor: string | undefined) => Promise<Slice<T>>) {
    // thousands of rows: the list changes as a whole, what is in it never
    makeAutoObservable<this, 'load' | 'run'>(this, { load: false, run: false, items: observableRef })
  }

  get state(): 'loading' | 'error' | 'empty' | 'content' {
    if (this.items.length > 0) return 'content'
    if (this.loaded && !this.error) return 'empty'
    return this.error && !this.loading ? 'error' : 'loading'
  }

  get hasMore(): boolean {
    return this.loaded && this.cursor !== null
  }

  /** Why what is on the screen is not the newest. */
  get staleError(): string | null {
    return this.asked === undefined ? this.error : null
  }

  /** Why it does not go on at the end. */
  get moreError(): string | null {
    return this.asked === undefined ? null : this.error
  }

  get loadingMore(): boolean {
    return this.loading && this.asked !== undefined
  }

  /** The items in blocks of twenty: WeChat wants no node to have more than sixty children. */
  get blocks(): T[][] {
    return Array.from({ length: Math.ceil(this.items.length / perBlock) }, (_, at) => this.items.slice(at * perBlock, (at + 1) * perBlock))
  }

  refresh(): Promise<void> {
    return this.fetch(undefined)
  }

  async more(): Promise<void> {
    if (!this.loading && this.cursor) await this.fetch(this.cursor)
  }

  /** Asks again for what did not come. */
  retry(): Promise<void> {
    return this.fetch(this.asked)
  }

  /** Empties the list, for another filter. */
  clear(): void {
    this.run += 1
    this.items = []
    this.loaded = false
    this.loading = false
    this.error = null
    this.cursor = null
  }

  private async fetch(cursor: string | undefined): Promise<void> {
    this.run += 1
    const run = this.run
    this.asked = cursor
    this.loading = true
    try {
      const slice = await this.load(cursor)
      this.settle(run, () => {
        this.items = cursor ? [...this.items, ...slice.items] : slice.items
        this.cursor = slice.nextCursor
        this.loaded = true
        this.error = null
      })
    } catch (error) {
      this.settle(run, () => {
        this.error = wordsOf(error)
      })
    }
  }

  private settle(run: number, change: () => void): void {
    if (run !== this.run) return
    runInAction(() => {
      change()
      this.loading = false
    })
  }
}
