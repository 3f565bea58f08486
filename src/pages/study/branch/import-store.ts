import { makeAutoObservable } from 'mobx'
import { newKey } from '@/lib/key'
import { chooseTable } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { sendFile } from '@/lib/upload'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'
import { lastMonths } from '../months'

type Imported = ReplyOf<AllCalls['POST /branch/xuexi/imports']>

/** A branch's totals of a month out of a file. */
export class ImportStore {
  month = lastMonths(Date.now(), 1)[0] as string
  busy = false
  done: string | null = null
  failure: string | null = null
  /** What is wrong with the file, row by row. */
  faults: readonly string[] = []

  constructor(private readonly code: string) {
    makeAutoObservable<this, 'code'>(this, { code: false })
  }

  choose(month: string): void {
    this.month = month
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

  private async send(path: string): Promise<string> {
    const url = `/branch/xuexi/imports?branch=${encodeURIComponent(this.code)}&month=${this.month}`
    const { confirmed, unchanged, waiting } = await sendFile<Imported>(url, path, newKey()).reply
    const parts = [`记上了 ${confirmed} 位`, unchanged > 0 && `${unchanged} 位没有变`, waiting > 0 && '您自己的要请另一位书记确认']
    return `${parts.filter(Boolean).join('，')}。`
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
