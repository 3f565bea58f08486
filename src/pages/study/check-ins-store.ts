import { makeAutoObservable, observable, reaction } from 'mobx'
import { newKey } from '@/lib/key'
import { online } from '@/lib/online'
import { CallError } from '@/lib/problem'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { dayOf } from '@/lib/time'
import { session } from '@/session/session'
import type { CheckInResult } from '../../../contract/study'
import { type Scan, scans } from './scans-store'

/** How long after a try that failed the next one comes by itself. */
const pauseMs = 30_000
const deviceAs = 'study-device'
const lastAs = 'study-last'
type Last = { readonly owner: string; readonly code: string; readonly result: CheckInResult }

/** What the server says about the reading itself; all else passes, and the reading stays on the phone to go out later. */
function refusalOf(error: unknown): Scan['refusal'] {
  const isFinal = error instanceof CallError && !error.passing && error.status !== 401 && error.status < 500
  return isFinal ? { code: error.code, words: error.message } : null
}

/** Made once by the phone; it says nothing of who holds it. */
function deviceId(): string {
  const id = recall<string | null>(deviceAs, null) ?? newKey()
  keep(deviceAs, id)
  return id
}

/** Sends what was read, and keeps what cannot be sent now until it can. */
export class CheckInsStore {
  readonly sending = observable.set<string>()
  /** What became of the readings sent in this run of the app. */
  readonly done = observable.map<string, CheckInResult>([], { deep: false })
  /** Those of them that nobody was looking at when they arrived. */
  readonly unseen = observable.set<string>()
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    makeAutoObservable<this, 'timer'>(this, { timer: false, sending: false, done: false, unseen: false })
    online.onBack(() => this.flush())
    reaction(
      () => session.person?.id,
      () => {
        this.done.clear()
        this.unseen.clear()
        scans.adopt()
        this.flush()
      },
      // who was signed in last time may be so from the start
      { fireImmediately: true },
    )
  }

  /** What today's reading of this code brought already, also in an earlier run of the app. */
  lastOf(code: string): CheckInResult | null {
    const last = recall<Last | null>(lastAs, null)
    const isIt = last?.code === code && last.owner === session.person?.id && last.result.day === dayOf(Date.now())
    return isIt ? last.result : null
  }

  /** Sends a reading, once however often it is asked for; what cannot be sent now stays. */
  async send(id: string): Promise<void> {
    const scan = scans.find(id)
    if (!scan?.owner || scan.owner !== session.person?.id || scan.refusal || scan.location === undefined || this.sending.has(id)) return
    this.sending.add(id)
    try {
      this.deliver(scan, await post(scan))
    } catch (error) {
      const refusal = refusalOf(error)
      if (refusal) scans.put({ ...scan, refusal })
      else this.again()
    } finally {
      this.end(id)
    }
  }

  /** Tries all that wait. */
  async flush(): Promise<void> {
    if (session.status !== 'signed-in') return
    for (const { id } of scans.items) {
      await this.send(id)
      if (this.done.has(id)) this.unseen.add(id)
    }
  }

  see(id: string): void {
    this.unseen.delete(id)
  }

  /** What was added to a check-in afterwards. */
  keepLast(code: string, result: CheckInResult): void {
    if (session.person) keep(lastAs, { owner: session.person.id, code, result } satisfies Last)
  }

  private deliver(scan: Scan, result: CheckInResult): void {
    scans.remove(scan.id)
    this.done.set(scan.id, result)
    this.keepLast(scan.code, result)
  }

  private end(id: string): void {
    this.sending.delete(id)
  }

  private again(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), pauseMs)
  }
}

const post = ({ id, code, siteId, readAt, location = null }: Scan): Promise<CheckInResult> => {
  const body = { code, location, readAt, sentAt: new Date().toISOString(), device: deviceId() }
  return call('POST /check-ins', { body: siteId ? { ...body, siteId } : body, key: id })
}

export const checkIns = new CheckInsStore()
