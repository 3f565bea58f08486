import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import type { SortingItem, SortingKind } from '../../../contract/sorting'
import { findItems } from './find-items'

const keptAs = 'sorting-items'

/** What goes into which bin: all of it is kept on the phone, and looked through without a network. */
export class ItemsStore {
  words = ''
  /** The kind whose items are listed. */
  kind: SortingKind | null = null
  readonly all = new Loadable<SortingItem[]>(load, recall<SortingItem[] | null>(keptAs, null))

  constructor() {
    makeAutoObservable(this, { all: false })
  }

  get found(): SortingItem[] {
    return findItems(this.all.value ?? [], this.words)
  }

  type(words: string): void {
    this.words = words
  }

  /** Lists a kind, or puts its list away again. */
  show(kind: SortingKind): void {
    this.kind = this.kind === kind ? null : kind
  }

  of(kind: SortingKind): SortingItem[] {
    return this.all.value?.filter((item) => item.kind === kind) ?? []
  }
}

async function load(): Promise<SortingItem[]> {
  const { items } = await call('GET /sorting/items')
  keep(keptAs, items)
  return items
}
