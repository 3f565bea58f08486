import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Paged } from '@/lib/paged'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { AllCalls } from '../../../../contract'
import type { BodyOf } from '../../../../contract/call'
import type { LearningItem, LearningTheme } from '../../../../contract/learning'

type Body = BodyOf<AllCalls['POST /learning']>
/** A line as the editor writes it. */
export type Draft = { [K in keyof Body]: Body[K] extends string ? Body[K] : string }

const nothing: Draft = { title: '', kind: 'article', theme: 'party_history', url: 'https://', source: '' }

/** The list by theme; and for editors the line they write. */
export class LearningStore {
  theme: LearningTheme | null = null
  readonly list = new Paged<LearningItem>((cursor) =>
    call('GET /learning', { query: { town: session.person?.town?.code, theme: this.theme ?? undefined, cursor } }),
  )
  /** The line that is written: a new one without an id. */
  draft: (Draft & { readonly id?: string }) | null = null
  busy: 'save' | 'delete' | null = null
  failure: string | null = null
  private readonly key = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'key'>(this, { list: false, key: false })
  }

  filter(theme: LearningTheme | null): void {
    this.theme = theme
    this.list.clear()
    this.list.refresh()
  }

  edit(item?: LearningItem): void {
    this.failure = null
    this.draft = item ? { ...item, source: item.source ?? '' } : nothing
  }

  write(changes: Partial<Draft>): void {
    if (this.draft) this.draft = { ...this.draft, ...changes }
  }

  leave(): void {
    this.draft = null
  }

  async save(): Promise<void> {
    const { draft } = this
    if (!draft) return
    const lacks = lacking(draft)
    if (lacks) {
      this.settle(lacks)
      return
    }
    const { id, title, kind, theme, url, source } = draft
    const body = { title: title.trim(), kind, theme, url: url.trim(), source: source.trim() || null }
    await this.run('save', async () => {
      if (id) await call('PATCH /learning/:id', { params: { id }, body })
      else await call('POST /learning', { body, key: this.key.of(body) })
      this.key.done()
    })
  }

  async remove(): Promise<void> {
    const id = this.draft?.id
    if (id) await this.run('delete', async () => void (await call('DELETE /learning/:id', { params: { id } })))
  }

  private async run(busy: 'save' | 'delete', work: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = busy
    this.failure = null
    try {
      await work()
      this.settle(null)
      this.leave()
      await this.list.refresh()
    } catch (error) {
      this.settle(wordsOf(error))
    }
  }

  private settle(failure: string | null): void {
    this.busy = null
    this.failure = failure
  }
}

const lacking = ({ title, url }: Draft): string | null => {
  if (!title.trim()) return '请写标题。'
  return /^https:\/\/[^\s/]+\.[^\s/]+(\/\S*)?$/.test(url.trim()) ? null : '链接要以 https:// 开头，请从浏览器里复制。'
}
