import { makeAutoObservable, observableRef } from 'mobx'
import { download } from '@/lib/download'
import { newKey, RepeatKey } from '@/lib/key'
import { Paged } from '@/lib/paged'
import { chooseTable, openWorkbook } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { sendFile } from '@/lib/upload'
import type { BoardImport, DraftRow } from '../../../../contract/board'
import type { DraftAddress } from '../urls'

const lookAgainMs = 1000
const perPage = 100

/** A file whose bad rows are known before the answer comes: the problem tells them. */
function refusedFile(error: unknown): BoardImport {
  if (!(error instanceof CallError) || error.fields.length === 0) throw error
  const faults = error.fields.map(({ path, message }) => ({
    line: Number(path.replace('line/', '')),
    message: message.replace(/^第 \d+ 行：/, ''),
  }))
  const faultCount = Number(/\d+/.exec(error.message)?.[0] ?? faults.length)
  return { id: '', state: 'refused', rows: 0, periods: [], faults, faultCount }
}

/** A file of figures: sent, read row by row, looked at, and only then kept. */
export class ImportStore {
  /** What the server says of the file. */
  file: BoardImport | null = null
  /** The period of the file that is looked at. */
  period: string | null = null
  busy: 'template' | 'send' | 'keep' | null = null
  percent = 0
  failure: string | null = null
  /** Asking how far the reading is has failed. */
  isLost = false
  /** The periods whose figures are in drafts now. */
  kept: readonly string[] = []
  readonly rows: Paged<DraftRow> = new Paged((cursor) => this.preview(cursor))
  private readonly keys = new RepeatKey()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly address: DraftAddress) {
    makeAutoObservable<this, 'address' | 'keys' | 'timer'>(this, {
      ...{ address: false, keys: false, timer: false, rows: false },
      file: observableRef,
      kept: observableRef,
    })
  }

  /** A file is being read or stands on the screen. */
  get isLookedAt(): boolean {
    return this.file !== null && this.file.state !== 'kept'
  }

  /** The workbook to fill in, with the units of this period. */
  async openTemplate(): Promise<void> {
    const { code, period } = this.address
    await this.run('template', async () => {
      const path = await download(`/boards/${encodeURIComponent(code)}/template?period=${encodeURIComponent(period)}`)
      await openWorkbook(path, `${code}-${period}.xlsx`)
    })
  }

  async choose(): Promise<void> {
    await this.run('send', async () => {
      const path = await chooseTable()
      if (!path) return
      this.drop()
      const { code, period } = this.address
      const url = `/boards/${encodeURIComponent(code)}/imports?period=${encodeURIComponent(period)}`
      const { reply } = sendFile<BoardImport>(url, path, newKey(), (percent) => this.moveTo(percent))
      this.show(await reply.catch(refusedFile))
    })
  }

  /** Puts the file away; nothing of it has been kept. */
  drop(): void {
    clearTimeout(this.timer)
    this.file = null
    this.period = null
    this.percent = 0
    this.isLost = false
    this.failure = null
    this.kept = []
    this.rows.clear()
  }

  look(period: string): void {
    this.period = period
    this.rows.clear()
    this.rows.refresh()
  }

  /** Asks how far the reading is. */
  async follow(): Promise<void> {
    const { file } = this
    if (!file) return
    try {
      this.show(await call('GET /boards/:code/imports/:id', { params: { code: this.address.code, id: file.id } }))
    } catch (error) {
      this.lose(wordsOf(error))
    }
  }

  /** Keeps the figures of the file in drafts. Says whether that was done. */
  async keep(): Promise<boolean> {
    const { file } = this
    if (!file) return false
    return this.run('keep', async () => {
      const params = { code: this.address.code, id: file.id }
      const { drafts } = await call('POST /boards/:code/imports/:id/acceptance', { params, body: {}, key: this.keys.of(file.id) })
      this.keys.done()
      this.drop()
      this.end(drafts.map(({ period }) => period))
    })
  }

  /** Asks no more. */
  close(): void {
    clearTimeout(this.timer)
  }

  private preview(cursor: string | undefined) {
    const { file, period } = this
    if (!file || !period) return Promise.resolve({ items: [], nextCursor: null })
    const params = { code: this.address.code, id: file.id }
    return call('GET /boards/:code/imports/:id/preview', { params, query: { period, cursor, limit: perPage } })
  }

  private show(file: BoardImport): void {
    this.file = file
    this.isLost = false
    this.failure = null
    if (file.state === 'reading') this.timer = setTimeout(() => this.follow(), lookAgainMs)
    const first = file.periods.find(({ period }) => period === this.address.period) ?? file.periods[0]
    if (file.state === 'ready' && first) this.look(first.period)
  }

  private lose(words: string): void {
    this.isLost = true
    this.failure = words
  }

  private moveTo(percent: number): void {
    this.percent = percent
  }

  private async run(work: ImportStore['busy'], act: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.begin(work)
    try {
      await act()
      this.begin(null)
      return true
    } catch (error) {
      this.fail(wordsOf(error))
      return false
    }
  }

  private begin(work: ImportStore['busy']): void {
    this.busy = work
    this.failure = null
  }

  private fail(words: string): void {
    this.busy = null
    this.failure = words
  }

  private end(kept: string[]): void {
    this.kept = kept
  }
}
