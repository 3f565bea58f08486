import { makeAutoObservable } from 'mobx'
import { chooseTable } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'

/** A table that staff choose and send: what came of it, or what is wrong with it, row by row. */
export class TableImport {
  busy = false
  done: string | null = null
  failure: string | null = null
  faults: readonly string[] = []

  /** `send` sends the file at a path of the phone, and says what came of it. */
  constructor(private readonly send: (path: string) => Promise<string>) {
    makeAutoObservable<this, 'send'>(this, { send: false })
  }

  /** Says whether something was imported. */
  async take(): Promise<boolean> {
    if (this.busy) return false
    this.begin()
    try {
      const path = await chooseTable()
      const words = path ? await this.send(path) : null
      this.end(words, null, [])
      return words !== null
    } catch (error) {
      this.end(null, wordsOf(error), error instanceof CallError ? error.fields.map(({ message }) => message) : [])
      return false
    }
  }

  private begin(): void {
    this.busy = true
    this.done = null
    this.failure = null
    this.faults = []
  }

  private end(done: string | null, failure: string | null, faults: readonly string[]): void {
    this.busy = false
    this.done = done
    this.failure = failure
    this.faults = faults
  }
}
