import { makeAutoObservable, runInAction } from 'mobx'
import { loginCode } from '@/lib/platform'
import { CallError } from '@/lib/problem'
import { call, keepTokensWith } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import type { AllCalls } from '../../contract'
import type { Grant, Person, Persona, Session as Tokens } from '../../contract/account'
import type { BodyOf } from '../../contract/call'

type Kept = { access: string; refresh: string }
const keptAs = 'session'
const elderAs = 'elder-mode'
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

  constructor() {
    if (this.tokens && this.person) this.status = 'signed-in'
    makeAutoObservable<this, 'tokens' | 'renewing'>(this, { tokens: false, renewing: false })
    keepTokensWith({ access: () => this.tokens?.access, renew: () => this.renew() })
  }

  get isStaff(): boolean {
    return this.person?.grants.some((grant) => staffRoles.includes(grant.role)) ?? false
  }

  get unreadCount(): number {
    return this.person?.unreadCount ?? 0
  }

  /** At launch: goes on with the session of last time, or signs in with WeChat's code where there is one. */
  async start(): Promise<void> {
    if (this.tokens) await this.refreshPerson()
    else await this.signInQuietly()
  }

  async signInDemo(persona: Persona): Promise<void> {
    this.take(await call('POST /sessions', { body: { provider: 'demo', persona } }))
  }

  /** Reads who is signed in again; keeps what is known while the network is away. */
  async refreshPerson(): Promise<void> {
    try {
      this.become(await call('GET /me'))
    } catch (error) {
      if (!(error instanceof CallError) || !error.passing) this.leave()
      else runInAction(() => (this.status = this.tokens ? 'signed-in' : 'guest'))
    }
  }

  async update(changes: BodyOf<AllCalls['PATCH /me']>): Promise<void> {
    this.become(await call('PATCH /me', { body: changes }))
  }

  async takePhone(code: string): Promise<void> {
    this.become(await call('PUT /me/phone', { body: { code } }))
  }

  /** Big letters on or off: at once here, and kept for the person's other phones when the network allows. */
  setElder(elder: boolean): void {
    this.elder = elder
    keep(elderAs, elder)
    if (this.status === 'signed-in') this.update({ elderMode: elder }).catch(() => {})
  }

  setUnread(count: number): void {
    if (this.person) this.person.unreadCount = count
  }

  async signOut(): Promise<void> {
    await call('DELETE /sessions/current').catch(() => {})
    this.leave()
  }

  private async signInQuietly(): Promise<void> {
    try {
      const code = await loginCode()
      if (code) this.take(await call('POST /sessions', { body: { provider: 'wechat', code } }))
      else this.leave()
    } catch {
      this.leave()
    }
  }

  /** One renewal at a time, however many calls ask for it. */
  private renew(): Promise<boolean> {
    this.renewing ??= this.renewOnce().finally(() => {
      this.renewing = null
    })
    return this.renewing
  }

  private async renewOnce(): Promise<boolean> {
    const refreshToken = this.tokens?.refresh
    if (!refreshToken) return false
    this.tokens = { access: '', refresh: refreshToken }
    try {
      this.take(await call('POST /sessions/refresh', { body: { refreshToken } }))
      return true
    } catch (error) {
      if (!(error instanceof CallError) || !error.passing) this.leave()
      return false
    }
  }

  private take({ accessToken, refreshToken, person }: Tokens): void {
    this.tokens = { access: accessToken, refresh: refreshToken }
    keep(keptAs, this.tokens)
    this.become(person)
  }

  private become(person: Person): void {
    this.person = person
    keep(personAs, person)
    this.status = 'signed-in'
    this.elder = person.elderMode
    keep(elderAs, this.elder)
  }

  private leave(): void {
    this.tokens = null
    forget(keptAs)
    forget(personAs)
    this.person = null
    this.status = 'guest'
  }
}

export const session = new Session()
