import { makeAutoObservable, observableRef } from 'mobx'
import { download } from '@/lib/download'
import { newKey, RepeatKey } from '@/lib/key'
import { chooseTable, openWorkbook } from '@/lib/platform'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { sendFile } from '@/lib/upload'
import type { BoardImport } from '../../../../contract/board'
import type { DraftAddress } from '../urls'
import { FilePreview } from './file-preview'

const lookAgainMs = 1000

/** Why nothing of a file can be kept: each bad row with its number and reason, as far as they are told. */
export interface Refused {
  readonly words: string
  readonly faults: readonly string[]
}

/** A file of figures: sent, read row by row, looked at, and only then kept. */
export class ImportStore {
  /** What the server says of the file. */
  file: BoardImport | null = null
  refused: Refused | null = null
  busy: 'template' | 'send' | 'keep' | null = null
  percent = 0
  failure: string | null = null
  /** Asking how far the reading is has failed. */
  isLost = false
  /** The periods whose figures are in drafts now. */
  kept: readonly string[] = []
  readonly preview: FilePreview
  private readonly keys = new RepeatKey()
  private isShown = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly address: DraftAddress) {
    this.preview = new FilePreview(address.code)
    makeAutoObservable<this, 'address' | 'keys' | 'timer' | 'isShown'>(this, {
      ...{ address: false, keys: false, timer: false, isShown: false, preview: false },
      ...{ file: observableRef, kept: observableRef, refused: observableRef },
    })
  }

  /** A file is being read or stands on the screen. */
  get isLookedAt(): boolean {
    return this.file !== null || this.refused !== null
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
      this.show(await reply)
    })
  }

  /** Puts the file away; nothing of it has been kept. */
  drop(): void {
    clearTimeout(this.timer)
    this.file = null
    this.refused = null
    this.percent = 0
    this.isLost = false
    this.failure = null
    this.kept = []
    this.preview.clear()
  }

  /** Asks how far the reading is, again and again until it is done. */
  async follow(): Promise<void> {
    const { file } = this
    if (file?.state !== 'reading') return
    try {
      const now = await call('GET /boards/:code/imports/:id', { params: { code: this.address.code, id: file.id } })
      // it may have been put away meanwhile
      if (this.file === file) this.show(now)
    } catch (error) {
      if (this.file === file) this.lose(wordsOf(error))
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
      this.tell(drafts.map(({ period }) => period))
    })
  }

  /** The card is on the screen: goes on asking where it left off. */
  open(): void {
    this.isShown = true
    this.follow()
  }

  close(): void {
    this.isShown = false
    clearTimeout(this.timer)
  }

  private show(file: BoardImport): void {
    this.isLost = false
    this.failure = null
    if (file.state === 'refused') this.refuse(`有 ${file.faultCount} 处要改，一行也没有导入。`, file.faults)
    else this.file = file
    if (file.state === 'reading' && this.isShown) this.timer = setTimeout(() => this.follow(), lookAgainMs)
    const first = file.periods.find(({ period }) => period === this.address.period) ?? file.periods[0]
    if (file.state === 'ready' && first) this.preview.look(file.id, first.period)
  }

  private refuse(words: string, faults: readonly { readonly message: string }[]): void {
    this.file = null
    this.failure = null
    this.refused = { words, faults: faults.map(({ message }) => message) }
  }

  private lose(words: string): void {
    this.isLost = true
    this.failure = words
  }

  private moveTo(percent: number): void {
    this.percent = percent
  }

  private tell(kept: string[]): void {
    this.kept = kept
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
      if (error instanceof CallError && error.code === 'board-file-rows') this.refuse(wordsOf(error), error.fields)
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
}
