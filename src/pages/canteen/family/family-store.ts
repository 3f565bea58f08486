import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'
import type { Eater } from '../../../../contract/canteen'

type Family = ReplyOf<AllCalls['GET /me/family']>
type Code = ReplyOf<AllCalls['POST /me/consent-codes']>
export type Booker = Family['bookers'][number]

/** Who books for whom: both sides of the consent, and the code that makes one. */
export class FamilyStore {
  readonly family = new Loadable<Family>(() => call('GET /me/family'))
  doing: 'add' | 'code' | 'end' | null = null
  /** What went wrong with which of them. */
  failures: { add?: string; code?: string; end?: string } = {}
  code: Code | null = null
  /** Who may book for me since the code was shown. */
  joined: string | null = null
  added: Eater | null = null
  private readonly key = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'key'>(this, { family: false, key: false })
  }

  /** Everybody but oneself. */
  get others(): Eater[] {
    return this.family.value?.eaters.filter(({ linkId }) => linkId !== null) ?? []
  }

  get bookers(): Booker[] {
    return this.family.value?.bookers ?? []
  }

  /** Says whether somebody was added. */
  add(code: string, label: string): Promise<boolean> {
    const body = { code: code.trim(), label: label.trim() }
    return this.run('add', async () => {
      const eater = await call('POST /me/family', { body, key: this.key.of(body) })
      this.key.done()
      this.welcome(eater)
    })
  }

  /** New digits to read to somebody. */
  makeCode(): Promise<boolean> {
    return this.run('code', async () => this.showCode(await call('POST /me/consent-codes')))
  }

  end(linkId: string): Promise<boolean> {
    return this.run('end', async () => {
      await call('DELETE /me/family/:id', { params: { id: linkId } })
      await this.family.refresh()
    })
  }

  /** While the code is on the screen: whether somebody has used it by now. */
  async look(): Promise<void> {
    const before = new Set(this.bookers.map(({ linkId }) => linkId))
    await this.family.refresh()
    const joined = this.bookers.find(({ linkId }) => !before.has(linkId))
    if (this.code && joined) this.join(joined.nickname)
  }

  hideCode(): void {
    this.code = null
  }

  private welcome(eater: Eater): void {
    this.added = eater
    this.family.refresh()
  }

  private showCode(code: Code): void {
    this.code = code
    this.joined = null
  }

  private join(nickname: string): void {
    this.joined = nickname
    this.code = null
  }

  private async run(doing: 'add' | 'code' | 'end', work: () => Promise<void>): Promise<boolean> {
    if (this.doing) return false
    this.doing = doing
    this.failures = {}
    try {
      await work()
      this.settle({})
      return true
    } catch (error) {
      this.settle({ [doing]: wordsOf(error) })
      return false
    }
  }

  private settle(failures: FamilyStore['failures']): void {
    this.doing = null
    this.failures = failures
  }
}
