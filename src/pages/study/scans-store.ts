import { makeAutoObservable, observableRef } from 'mobx'
import { newKey } from '@/lib/key'
import { keep, recall } from '@/lib/storage'
import { unsent } from '@/lib/unsent'
import { session } from '@/session/session'
import type { AllCalls } from '../../../contract'
import type { BodyOf } from '../../../contract/call'
import type { ReadCode } from './read-code'

type Position = NonNullable<BodyOf<AllCalls['POST /check-ins']>['location']>

/** A code that was read, until the server has it. */
export interface Scan extends ReadCode {
  /** Idempotency-Key too: one reading never becomes two check-ins. */
  readonly id: string
  /** Null until somebody has signed in. */
  readonly owner: string | null
  /** By the phone's clock: only the time until it is sent counts. */
  readonly readAt: string
  /** Undefined until it is known whether there is one. */
  readonly location?: Position | null
  /** Why the server does not take it. */
  readonly refusal: { readonly code: string; readonly words: string } | null
}

const keptAs = 'study-scans'
/** Signing in takes a moment; what lay here longer may be of somebody who went away. */
const ownMs = 10 * 60_000

/** Codes read on this phone and not sent: kept at each change, through a kill and a login, apart for each person. */
export class ScansStore {
  private all: Scan[] = recall<Scan[]>(keptAs, []).map((scan) => ({ location: null, ...scan }))

  constructor() {
    makeAutoObservable<this, 'all'>(this, { all: observableRef })
  }

  /** Those of who is signed in, oldest first. */
  get items(): Scan[] {
    return this.all.filter(({ owner }) => owner !== null && owner === session.person?.id)
  }

  /** Read before signing in, too long ago to be taken for who has signed in now. */
  get strays(): Scan[] {
    return session.status === 'signed-in' ? this.all.filter(({ owner }) => owner === null) : []
  }

  find(id: string): Scan | undefined {
    return this.all.find((scan) => scan.id === id)
  }

  /** Keeps what was read just now; the same code again is the same reading. */
  add(read: ReadCode): Scan {
    const owner = session.person?.id ?? null
    const same = this.all.find((scan) => scan.code === read.code && scan.owner === owner && !scan.refusal)
    if (same) return same
    const scan: Scan = { ...read, id: newKey(), owner, readAt: new Date().toISOString(), refusal: null }
    this.put(scan)
    return scan
  }

  put(scan: Scan): void {
    this.save([...this.all.filter(({ id }) => id !== scan.id), scan])
  }

  remove(id: string): void {
    this.save(this.all.filter((scan) => scan.id !== id))
  }

  /** What was read a moment before signing in is of who has signed in. */
  adopt(): void {
    const owner = session.person?.id
    if (!owner) return
    const isFresh = ({ readAt }: Scan) => Math.abs(Date.now() - Date.parse(readAt)) < ownMs
    this.save(this.all.map((scan) => (scan.owner === null && isFresh(scan) ? { ...scan, owner } : scan)))
  }

  /** Who has signed in says that it is theirs. */
  claim(id: string): void {
    const owner = session.person?.id
    const scan = this.find(id)
    if (scan && owner) this.put({ ...scan, owner })
  }

  private save(all: Scan[]): void {
    this.all = all
    const counts: Record<string, number> = {}
    for (const { owner } of all) if (owner) counts[owner] = (counts[owner] ?? 0) + 1
    unsent.set('study', counts)
    keep(keptAs, all)
  }
}

export const scans = new ScansStore()
