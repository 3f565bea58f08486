import { makeAutoObservable, observable, observableRef, reaction } from 'mobx'
import { online } from '@/lib/online'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { session } from '@/session/session'
import type { CounterOrder } from '../../../../contract/canteen'
import { workplace } from '../staff-workplace'
import { type Handover, isTooOld, secondsSince, tooOld, tooOldWords } from './handover'

const keptAs = 'canteen-handovers'
/** How long after a try that failed the next one comes by itself. */
const pauseMs = 10_000
/** How long the counter waits for the server before it goes on without. */
const patienceMs = 4_000

/** What became of a meal handed over: the server knows and wrote it down, says no, or has still to hear of it. */
export type Sent = { kind: 'done'; order: CounterOrder | null } | { kind: 'refused'; error: CallError } | { kind: 'waiting' }

/** Not the meal's fault: it stays in the queue. */
const isPassing = (error: CallError) => error.passing || error.status === 401 || error.status >= 500

/**
 * The meals handed over, until the server knows: kept on the phone through a kill, sent in the order in which they were read,
 * each under its own key and so once. What the server will not have stays for somebody to look into.
 */
export class HandoverQueue {
  /** What the server wrote down last; null where an earlier try turned out to have arrived. */
  lastDone: { readonly order: CounterOrder | null } | null = null
  private all = recall<Handover[]>(keptAs, [])
  private readonly sending = observable.set<string>()
  private flushing = false
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    makeAutoObservable<this, 'all' | 'sending' | 'timer' | 'flushing'>(this, {
      all: observableRef,
      lastDone: observableRef,
      sending: false,
      timer: false,
      flushing: false,
    })
    online.onBack(() => this.flush())
    // whoever works in the canteen may send what was handed over at its counter
    reaction(
      () => session.status === 'signed-in' && session.person?.id,
      () => this.flush(),
      { fireImmediately: true },
    )
  }

  waiting(canteenId: string): Handover[] {
    return this.all.filter((one) => one.canteenId === canteenId && one.conflict === null)
  }

  conflicts(canteenId: string): Handover[] {
    return this.all.filter((one) => one.canteenId === canteenId && one.conflict !== null)
  }

  /** The handing over of an order that the server does not know of yet. */
  pending(orderId: string): Handover | undefined {
    return this.all.find((one) => one.orderId === orderId && one.conflict === null)
  }

  /** Keeps what was handed over and sends it; answers `waiting` where the server is away or slow, and goes on by itself. */
  async handOver(one: Handover): Promise<Sent> {
    this.put(one)
    if (!online.is) return { kind: 'waiting' }
    const sent = await Promise.race([this.send(one), patience()])
    if (sent.kind === 'waiting') this.again()
    return sent
  }

  /** Somebody has looked into it. */
  tick(id: string): void {
    this.all = this.all.filter((one) => one.id !== id)
    this.save()
  }

  /** Sends all that wait, one after the other; stops at the first that the network does not take. */
  async flush(): Promise<void> {
    if (this.flushing) return
    this.flushing = true
    try {
      for (let one = this.next(); one; one = this.next()) if ((await this.send(one)).kind === 'waiting') return this.again()
    } finally {
      this.flushing = false
    }
  }

  private next(): Handover | undefined {
    if (session.status !== 'signed-in') return undefined
    const mine = workplace.canteens.map(({ scopeCode }) => scopeCode)
    return this.all.find((one) => one.conflict === null && mine.includes(one.canteenId) && !this.sending.has(one.id))
  }

  private async send(one: Handover): Promise<Sent> {
    if (isTooOld(one, Date.now())) return this.settle(one, new CallError(409, tooOld, tooOldWords))
    this.sending.add(one.id)
    try {
      return this.settle(one, await this.post(one))
    } catch (error) {
      return this.settle(one, error instanceof CallError ? error : new CallError(0, 'unknown', wordsOf(error)))
    } finally {
      this.sending.delete(one.id)
    }
  }

  private post(one: Handover): Promise<CounterOrder> {
    const body = { code: one.code, ...one.meal, secondsAgo: secondsSince(one, Date.now()) }
    return call('POST /canteens/:id/pickups', { params: { id: one.canteenId }, body, key: one.key })
  }

  private settle(one: Handover, answer: CounterOrder | CallError): Sent {
    if (!(answer instanceof CallError)) return this.end(one, answer)
    // an earlier try arrived and its answer was lost: keys are kept only with what was done
    if (answer.code === 'idempotency-key-reused') return this.end(one, null)
    if (isPassing(answer)) return { kind: 'waiting' }
    this.put({ ...one, conflict: answer.message, isLate: answer.code === tooOld })
    return { kind: 'refused', error: answer }
  }

  private end(one: Handover, order: CounterOrder | null): Sent {
    this.tick(one.id)
    this.lastDone = { order }
    return { kind: 'done', order }
  }

  private put(one: Handover): void {
    const isThere = this.all.some(({ id }) => id === one.id)
    this.all = isThere ? this.all.map((other) => (other.id === one.id ? one : other)) : [...this.all, one]
    this.save()
  }

  private save(): void {
    keep(keptAs, this.all)
  }

  private again(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.flush(), pauseMs)
  }
}

const patience = () => new Promise<Sent>((resolve) => setTimeout(() => resolve({ kind: 'waiting' }), patienceMs))

export const handovers = new HandoverQueue()
