import { makeAutoObservable, observableRef } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import type { Board, BoardDefinition } from '../../../../contract/board'
import { deskTown } from '../may'
import { bodyOf, type DefinitionDraft, type DefinitionField, definitionFaults, differences, draftOf, newBoard } from './definition-draft'

const keptAs = 'board-definition-draft'
/** `base`: what the draft was begun from; null for a new board. */
interface Kept {
  readonly code: string
  readonly base: BoardDefinition | null
  readonly draft: DefinitionDraft
}

/** Somebody else saved the board meanwhile. */
export interface Conflict {
  readonly theirs: BoardDefinition
  /** What they changed, as people call it. */
  readonly changed: readonly string[]
}

/** The boards of the town, and the one that is being written; that stays on the phone until it is saved or given up. */
export class DefinitionStore {
  readonly boards = new Loadable<Board[]>(async () => (await call('GET /boards', { query: { town: deskTown() } })).items)
  code = ''
  draft: DefinitionDraft | null = null
  base: BoardDefinition | null = null
  faults: Partial<Record<DefinitionField, string>> = {}
  failure: string | null = null
  busy: 'open' | 'save' | null = null
  conflict: Conflict | null = null
  /** The board that was saved last. */
  saved: string | null = null

  constructor() {
    const kept = recall<Kept | null>(keptAs, null)
    if (kept) Object.assign(this, kept)
    makeAutoObservable(this, { boards: false, draft: observableRef, base: observableRef, conflict: observableRef, faults: observableRef })
  }

  get isNew(): boolean {
    return this.base === null
  }

  /** Groups that a board may stand in. */
  get groups(): Board[] {
    return this.boards.value?.filter(({ unitKind, code }) => unitKind === null && code !== this.code) ?? []
  }

  async open(code: string): Promise<void> {
    await this.run('open', async () => {
      const board = await call('GET /boards/:code/definition', { params: { code } })
      this.begin(code, board, draftOf(board))
    })
  }

  create(): void {
    this.begin('', null, newBoard())
  }

  /** Leaves the board as it is saved. */
  close(): void {
    this.draft = null
    this.base = null
    this.faults = {}
    this.failure = null
    this.conflict = null
    forget(keptAs)
  }

  name(code: string): void {
    this.code = code
    this.change({})
  }

  change(change: Partial<DefinitionDraft>): void {
    if (!this.draft) return
    this.draft = { ...this.draft, ...change }
    this.faults = {}
    this.failure = null
    keep(keptAs, { code: this.code, base: this.base, draft: this.draft } satisfies Kept)
  }

  async save(): Promise<void> {
    const { draft, base, code } = this
    if (!draft || this.busy) return
    this.faults = { ...definitionFaults(draft), ...this.codeFault() }
    if (Object.keys(this.faults).length > 0) return
    await this.run('save', async () => {
      try {
        await call('PUT /boards/:code/definition', { params: { code }, body: bodyOf(draft, base?.version ?? 0) })
        this.finish(draft)
      } catch (error) {
        if (!(error instanceof CallError) || error.code !== 'board-definition-changed') throw error
        this.clash(await call('GET /boards/:code/definition', { params: { code } }))
      }
    })
    if (!this.draft) await this.boards.refresh()
  }

  /** Writes what is on the screen over what somebody else has saved. */
  async insist(): Promise<void> {
    if (!this.conflict) return
    this.rebase(this.conflict.theirs)
    await this.save()
  }

  /** Goes on from what somebody else has saved. */
  yield(): void {
    if (this.conflict) this.begin(this.code, this.conflict.theirs, draftOf(this.conflict.theirs))
  }

  private codeFault(): Partial<Record<DefinitionField, string>> {
    if (!this.isNew) return {}
    if (!/^[A-Z][A-Z0-9.]{1,31}$/.test(this.code)) return { code: '编号用大写字母开头，后面是字母、数字、点，比如 GARB.RA。' }
    return this.boards.value?.some(({ code }) => code === this.code) ? { code: '这个编号已经有榜用了，请换一个。' } : {}
  }

  private begin(code: string, base: BoardDefinition | null, draft: DefinitionDraft): void {
    this.close()
    this.saved = null
    this.code = code
    this.base = base
    this.draft = draft
  }

  private rebase(base: BoardDefinition): void {
    this.base = base
    this.conflict = null
  }

  private clash(theirs: BoardDefinition): void {
    this.conflict = { theirs, changed: this.base ? differences(this.base, theirs) : [] }
  }

  private finish({ name }: DefinitionDraft): void {
    this.close()
    this.saved = name.trim()
  }

  private async run(work: DefinitionStore['busy'], act: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.start(work)
    try {
      await act()
      this.end(null)
    } catch (error) {
      this.end(wordsOf(error), faultsOf(error))
    }
  }

  private start(work: DefinitionStore['busy']): void {
    this.busy = work
    this.failure = null
    this.conflict = null
  }

  private end(failure: string | null, faults: DefinitionStore['faults'] = {}): void {
    this.busy = null
    this.faults = faults
    this.failure = Object.keys(faults).length > 0 ? null : failure
  }
}

/** What the server found wrong, at the field it belongs to: body/parts/0/weight. */
function faultsOf(error: unknown): DefinitionStore['faults'] {
  const fields = error instanceof CallError ? error.fields : []
  return Object.fromEntries(fields.map(({ path, message }) => [path.split('/')[1] ?? '', `${message}。`]).reverse())
}
