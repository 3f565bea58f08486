import { makeAutoObservable } from 'mobx'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { RankedUnit } from '../../../../contract/board'

export const keptKinds = ['village_company', 'enterprise'] as const
export type KeptKind = (typeof keptKinds)[number]
const perPage = 50

/** Village companies and enterprises, which only the boards know; and the one that is written. */
export class UnitsStore {
  kind: KeptKind = 'village_company'
  readonly list: Paged<RankedUnit> = new Paged((cursor) =>
    call('GET /boards/units', { query: { kind: this.kind, cursor, limit: perPage } }),
  )
  /** `isNew`: its code is still free to choose. */
  draft: { readonly code: string; readonly name: string; readonly isNew: boolean } | null = null
  failure: string | null = null
  busy = false
  saved: string | null = null

  constructor() {
    makeAutoObservable(this, { list: false })
  }

  choose(kind: KeptKind): void {
    this.kind = kind
    this.draft = null
    this.saved = null
    this.list.clear()
    this.list.refresh()
  }

  edit(unit?: RankedUnit): void {
    this.draft = unit ? { code: unit.unitCode, name: unit.name, isNew: false } : { code: '', name: '', isNew: true }
    this.failure = null
    this.saved = null
  }

  close(): void {
    this.draft = null
    this.failure = null
  }

  change(change: { readonly code?: string; readonly name?: string }): void {
    if (this.draft) this.draft = { ...this.draft, ...change }
    this.failure = null
  }

  async save(): Promise<void> {
    const { draft, kind } = this
    if (!draft || this.busy) return
    const fault = this.faultOf(draft)
    if (fault) return this.end(fault)
    this.begin()
    try {
      const name = draft.name.trim()
      await call('PUT /boards/units/:kind/:unitCode', { params: { kind, unitCode: draft.code.trim() }, body: { name } })
      this.finish(name)
      await this.list.refresh()
    } catch (error) {
      this.end((error instanceof CallError && error.fields[0]?.message) || wordsOf(error))
    }
  }

  private faultOf({ code, name, isNew }: NonNullable<UnitsStore['draft']>): string | null {
    if (!/^[A-Za-z0-9_-]{1,40}$/.test(code.trim())) return '编号只能用字母、数字、横线，比如 VC-01。'
    if (isNew && this.list.items.some(({ unitCode }) => unitCode === code.trim())) return '这个编号已经有单位用了，请换一个。'
    return name.trim() ? null : '请写名称。'
  }

  private begin(): void {
    this.busy = true
    this.failure = null
  }

  private finish(name: string): void {
    this.busy = false
    this.draft = null
    this.saved = name
  }

  private end(failure: string): void {
    this.busy = false
    this.failure = failure
  }
}
