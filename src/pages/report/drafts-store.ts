import { makeAutoObservable, observableRef } from 'mobx'
import { dropPicture } from '@/lib/platform'
import { keep, recall } from '@/lib/storage'
import { unsent } from '@/lib/unsent'
import { session } from '@/session/session'
import { type Draft, isWorthKeeping } from './draft'

const keptAs = 'report-drafts'

/** Reports on this phone that are not sent: kept at each change, through a kill, apart for each person. */
export class DraftsStore {
  private all = recall<Draft[]>(keptAs, [])

  constructor() {
    makeAutoObservable<this, 'all'>(this, { all: observableRef })
  }

  /** Those of who is signed in, newest first. */
  get items(): Draft[] {
    return this.all.filter(({ owner }) => owner === session.person?.id).sort((one, other) => other.savedAt.localeCompare(one.savedAt))
  }

  get unfinished(): Draft[] {
    return this.items.filter(({ state }) => state === 'draft')
  }

  get unsent(): Draft[] {
    return this.items.filter(({ state }) => state !== 'draft')
  }

  find(id: string): Draft | undefined {
    return this.items.find((draft) => draft.id === id)
  }

  /** Keeps a draft as it is now; says whether the phone had room. An empty one is not kept. */
  put(draft: Draft): boolean {
    const others = this.all.filter(({ id }) => id !== draft.id)
    this.all = isWorthKeeping(draft) ? [...others, draft] : others
    return this.save()
  }

  /** Forgets a draft, and its pictures with it. */
  remove(id: string): void {
    const gone = this.all.find((draft) => draft.id === id)
    this.all = this.all.filter((draft) => draft.id !== id)
    this.save()
    for (const { path } of gone?.pictures ?? []) dropPicture(path)
  }

  private save(): boolean {
    const counts: Record<string, number> = {}
    for (const { owner, state } of this.all) if (state !== 'draft') counts[owner] = (counts[owner] ?? 0) + 1
    unsent.set('report', counts)
    return keep(keptAs, this.all)
  }
}

export const drafts = new DraftsStore()
