import { makeAutoObservable } from 'mobx'
import { newKey } from '@/lib/key'
import { sendFile } from '@/lib/upload'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'
import { lastMonths } from '../months'
import { TableImport } from '../table-import-store'

type Imported = ReplyOf<AllCalls['POST /branch/xuexi/imports']>

/** A branch's totals of a month out of a file. */
export class ImportStore {
  month = lastMonths(Date.now(), 1)[0] as string
  readonly table = new TableImport((path) => this.send(path))

  constructor(private readonly code: string) {
    makeAutoObservable<this, 'code'>(this, { code: false, table: false })
  }

  choose(month: string): void {
    this.month = month
  }

  private async send(path: string): Promise<string> {
    const url = `/branch/xuexi/imports?branch=${encodeURIComponent(this.code)}&month=${this.month}`
    const { confirmed, unchanged, waiting } = await sendFile<Imported>(url, path, newKey()).reply
    const parts = [`记上了 ${confirmed} 位`, unchanged > 0 && `${unchanged} 位没有变`, waiting > 0 && '您自己的要请另一位书记确认']
    return `${parts.filter(Boolean).join('，')}。`
  }
}
