import { makeAutoObservable, observable, reaction } from 'mobx'
import { online } from '@/lib/online'
import { CallError } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Report } from '../../../contract/report'
import { bodyOf, type Draft } from './draft'
import { drafts } from './drafts-store'
import { PictureTray } from './picture-tray'

/** How long after a try that failed the next one comes by itself. */
const pauseMs = 30_000

/** Not the report's fault: it stays in the queue and goes out later. */
export const isPassing = (error: unknown): boolean =>
  error instanceof CallError && (error.status === 0 || error.status === 401 || error.status >= 500)

/** Sends reports, and keeps those that cannot be sent now until they can. A key per draft makes each of them once. */
export class OutboxStore {
  readonly sending = observable.set<string>()
  /** What became of the drafts sent in this run of the app. */
  readonly sent = observable.map<string, Report>([], { deep: false })
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    makeAutoObservable<this, 'timer'>(this, { timer: false, sending: false, sent: false })
    online.onBack(() => this.flush())
    reaction(
      () => session.status,
      () => this.flush(),
      // who was signed in last time may be so from the start
      { fireImmediately: true },
    )
  }

  /**
   * Sends a draft with its pictures. Where the network or the server is away it joins the queue, where the server says no it is
   * kept with the reason; both throw the CallError.
   */
  async send(draft: Draft, tray: PictureTray): Promise<Report> {
    this.sending.add(draft.id)
    drafts.put({ ...draft, state: 'queued', refusal: null })
    try {
      const report = await this.post(draft, tray)
      this.deliver(draft.id, report)
      return report
    } catch (error) {
      this.keep(draft.id, error, tray)
      throw error
    } finally {
      this.end(draft.id)
    }
  }

  /** Tries all that wait to be sent, one after the other; stops at the first that the network does not take. */
  async flush(): Promise<void> {
    if (session.status !== 'signed-in') return
    for (const { id } of drafts.unsent) {
      const error = await this.resend(id)
      if (isPassing(error)) return
    }
  }

  /** Sends one of the queue again; gives what went wrong. */
  async resend(id: string): Promise<unknown> {
    const draft = drafts.find(id)
    if (draft?.state !== 'queued' || this.sending.has(id)) return undefined
    const tray = new PictureTray(draft.pictures)
    return this.send(draft, tray)
      .then(() => undefined)
      .catch((error) => error)
      .finally(() => tray.close())
  }

  private async post(draft: Draft, tray: PictureTray): Promise<Report> {
    const photoIds = await tray.settle()
    const body = draft.attempt ?? bodyOf(draft, photoIds, new Date())
    try {
      return await this.attempt(draft, tray, body)
    } catch (error) {
      if (!(error instanceof CallError)) throw error
      if (error.code === 'photo-not-usable') {
        // the server keeps uploads for a day only; this draft is older
        tray.renew()
        return this.attempt(draft, tray, { ...body, photoIds: await tray.settle() })
      }
      // a phone whose clock is fast: the server's counts
      const fastClock = draft.happenedAt === null && error.fields.some(({ path }) => path === 'body/happenedAt')
      if (fastClock) return this.attempt(draft, tray, { ...body, happenedAt: null })
      throw error
    }
  }

  private attempt(draft: Draft, tray: PictureTray, body: Draft['attempt'] & object): Promise<Report> {
    drafts.put({ ...draft, state: 'queued', refusal: null, pictures: tray.kept, attempt: body })
    return call('POST /reports', { body, key: draft.key })
  }

  private deliver(id: string, report: Report): void {
    drafts.remove(id)
    this.sent.set(id, report)
  }

  private keep(id: string, error: unknown, tray: PictureTray): void {
    const draft = drafts.find(id)
    if (!draft) return
    const refusal = error instanceof Error ? error.message : null
    const outcome = isPassing(error) ? ({ state: 'queued' } as const) : ({ state: 'refused', attempt: null } as const)
    drafts.put({ ...draft, pictures: tray.kept, refusal, ...outcome })
    if (isPassing(error)) this.again()
  }

  private end(id: string): void {
    this.sending.delete(id)
  }

  private again(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), pauseMs)
  }
}

export const outbox = new OutboxStore()
