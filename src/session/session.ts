import { makeAutoObservable } from 'mobx'
import { loginCode } from '@/lib/platform'
import { CallError } from '@/lib/problem'
import { call, keepTokensWith } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import type { AllCalls } from '../../contract'
import type { Grant, Person, Persona, Session as Tokens } from '../../contract/account'
import type { BodyOf } from '../../contract/call'

type Kept = { access: string; refresh: string }
const keptAs = 'session'
const leftAs = 'signed-out'
const elderAs = 'elder-mode'
const wishAs = 'elder-wish'
const personAs = 'person'
const staffRoles: readonly Grant['role'][] = ['grid_worker', 'grid_leader', 'property', 'department', 'admin']

/** Who uses the app on this phone: tokens, the person, and how they like to see it. */
export class Session {
  /** As last known until the server answers, so drafts and home show without a network. */
  person: Person | null = recall<Person | null>(personAs, null)
  /** starting: not known yet; guest: nobody signed in. */
  status: 'starting' | 'guest' | 'signed-in' = 'starting'
  /** Kept on the phone, so a page is right at its first drawing. */
  elder = recall(elderAs, false)
  private tokens: Kept | null = recall<Kept | null>(keptAs, null)
  private renewing: Promise<boolean> | null = null
  private arriving: Promise<void> | null = null
  /** Counts who holds the phone: an answer meant for the one before is dropped. */
  private turn = 0

  constructor() {
    // whoever was signed in is, until the server says otherwise: pages load at once, and show what is kept without a network
    if (this.tokens && this.person) this.status = 'signed-in'
    makeAutoObservable<this, 'tokens' | 'renewing' | 'arriving' | 'turn'>(this, {
      tokens: false,
      renewing: false,
      arriving: false,
      turn: false,
    })
    keepTokensWith({ access: () => this.access(), renew: (refused) => this.renew(refused) })
  }

  get isStaff(): boolean {
    return this.person?.grants.some((grant) => staffRoles.includes(grant.role)) ?? false
  }

  get unreadCount(): number {
    return this.person?.unreadCount ?? 0
  }

  /** At launch: goes on with the session of last time, or signs in with WeChat's code unless the person has signed out. */
  async start(): Promise<void> {
    if (this.tokens) await this.refreshPerson()
    if (this.tokens) return
    if (recall(leftAs, false)) this.leave()
    else await this.signInWithWeChat().catch(() => this.leave())
  }

  /** Signs in as who WeChat says this is. Throws CallError, or what WeChat threw. */
  signInWithWeChat(): Promise<void> {
    const arriving = this.askWeChat()
    this.arriving = arriving.catch(() => {})
    return arriving
  }

  private async askWeChat(): Promise<void> {
    const code = await loginCode()
    if (code) this.welcome(await call('POST /sessions', { body: { provider: 'wechat', code } }))
    else this.leave()
  }

  async signInDemo(persona: Persona): Promise<void> {
    this.welcome(await call('POST /sessions', { body: { provider: 'demo', persona } }))
  }

  /** Reads who is signed in again; keeps what is known unless the server says that the session has ended. */
  async refreshPerson(): Promise<void> {
    const { turn } = this
    try {
      const person = await call('GET /me')
      if (turn !== this.turn) return
      this.become(person)
      this.sendElderWish()
    } catch (error) {
      if (turn === this.turn) this.cannotRead(error)
    }
  }

  async update(changes: BodyOf<AllCalls['PATCH /me']>): Promise<void> {
    this.become(await call('PATCH /me', { body: changes }))
  }

  async takePhone(code: string): Promise<void> {
    this.become(await call('PUT /me/phone', { body: { code } }))
  }

  /** Big letters on or off: at once here, and for the person's other phones as soon as the network allows. */
  setElder(elder: boolean): void {
    this.elder = elder
    keep(elderAs, elder)
    keep(wishAs, elder)
    if (this.status === 'signed-in') this.sendElderWish()
  }

  setUnread(count: number): void {
    if (this.person) this.person.unreadCount = count
  }

  async signOut(): Promise<void> {
    await call('DELETE /sessions/current').catch(() => {})
    this.leave()
    keep(leftAs, true)
  }

  /** A page that a message opens comes before WeChat has said who this is: its calls wait for that. */
  private async access(): Promise<string | undefined> {
    await this.arriving
    await this.renewing?.catch(() => {})
    return this.tokens?.access
  }

  /** One renewal at a time, however many calls ask for it; a call that comes late finds it done. */
  private renew(refused: string): Promise<boolean> {
    if (this.tokens && this.tokens.access !== refused) return Promise.resolve(true)
    this.renewing ??= this.renewOnce(refused).finally(() => {
      this.renewing = null
    })
    return this.renewing
  }

  private async renewOnce(refused: string): Promise<boolean> {
    // another window of the browser may have renewed already
    const tokens = recall<Kept | null>(keptAs, null) ?? this.tokens
    if (!tokens) return false
    this.tokens = tokens
    if (tokens.access !== refused) return true
    try {
      this.take(await call('POST /sessions/refresh', { body: { refreshToken: tokens.refresh } }))
      return true
    } catch (error) {
      if (!ended(error)) throw error
      this.leave()
      return false
    }
  }

  /** Somebody has just signed in. */
  private welcome(tokens: Tokens): void {
    this.turn += 1
    this.take(tokens)
    forget(leftAs)
    this.sendElderWish()
  }

  private take({ accessToken, refreshToken, person }: Tokens): void {
    this.tokens = { access: accessToken, refresh: refreshToken }
    // an old pair must not outlive a new one that found no room
    if (!keep(keptAs, this.tokens)) forget(keptAs)
    this.become(person)
  }

  private become(person: Person): void {
    this.person = person
    keep(personAs, person)
    this.status = 'signed-in'
    const wish = recall<boolean | null>(wishAs, null)
    if (wish === person.elderMode) forget(wishAs)
    this.elder = wish ?? person.elderMode
    keep(elderAs, this.elder)
  }

  /** What was wished for before signing in, or without a network, is told to the server when that is possible. */
  private sendElderWish(): void {
    const wish = recall<boolean | null>(wishAs, null)
    if (wish !== null) this.update({ elderMode: wish }).catch(() => {})
  }

  private cannotRead(error: unknown): void {
    if (ended(error)) this.leave()
    else this.status = this.tokens ? 'signed-in' : 'guest'
  }

  private leave(): void {
    this.turn += 1
    this.tokens = null
    for (const name of [keptAs, personAs, wishAs]) forget(name)
    this.person = null
    this.status = 'guest'
  }
}

const ended = (error: unknown) => error instanceof CallError && error.status === 401

export const session = new Session()
