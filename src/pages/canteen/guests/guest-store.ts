import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Guest, GuestStatus } from '../../../../contract/canteen'
import { type BirthdayText, birthdayFault, birthdayOf, birthdayText } from './birthday'

const longestAddress = 100
type Work = 'lookup' | 'papers' | 'words'

/** The guest who stands at the counter, and what staff write down about them. */
export class GuestStore {
  code = ''
  guest: Guest | null = null
  birthday: BirthdayText = birthdayText(null)
  statuses: GuestStatus[] = []
  delivery = false
  address = ''
  /** What was talked about. */
  note = ''
  busy: Work | null = null
  saved: Work | null = null
  errors: Partial<Record<'code' | 'birthday' | 'address' | 'note', string>> = {}
  failure: string | null = null
  private readonly keys = new RepeatKey()

  constructor(readonly canteenId: string) {
    makeAutoObservable<this, 'keys'>(this, { canteenId: false, keys: false })
  }

  /** Whether something is written that is not saved. */
  get isChanged(): boolean {
    if (!this.guest) return false
    const { birthday, statuses, deliveryAddress } = this.guest
    const before = [birthdayText(birthday), [...statuses].sort(), deliveryAddress ?? '']
    return JSON.stringify(before) !== JSON.stringify([this.birthday, [...this.statuses].sort(), this.delivery ? this.address.trim() : ''])
  }

  typeCode(code: string): void {
    this.code = code.replace(/\D/g, '').slice(0, 6)
    this.errors = {}
  }

  async lookUp(): Promise<void> {
    if (!/^\d{6}$/.test(this.code)) {
      this.errors = { code: '请输客人手机上的六位数字。' }
      return
    }
    await this.run('lookup', async () => {
      this.meet(await call('POST /canteens/:id/guests/lookups', { params: { id: this.canteenId }, body: { code: this.code } }))
    })
  }

  /** The next guest. */
  leave(): void {
    this.guest = null
    this.code = ''
    this.note = ''
    this.saved = null
    this.failure = null
    this.errors = {}
  }

  write(change: Partial<Pick<GuestStore, 'birthday' | 'delivery' | 'address' | 'note'>>): void {
    Object.assign(this, change)
    this.saved = null
    this.errors = {}
  }

  toggle(status: GuestStatus): void {
    this.statuses = this.statuses.includes(status) ? this.statuses.filter((other) => other !== status) : [...this.statuses, status]
    this.saved = null
  }

  async savePapers(now: number): Promise<void> {
    const { guest, address } = this
    const fault = birthdayFault(this.birthday, now)
    this.errors = {
      ...(fault && { birthday: fault }),
      ...(this.delivery && !address.trim() && { address: '请写送到哪里：小区、楼号、门牌。' }),
    }
    if (!guest || Object.keys(this.errors).length > 0) return
    await this.run('papers', async () => {
      const body = {
        birthday: birthdayOf(this.birthday),
        statuses: [...this.statuses],
        deliveryAddress: this.delivery ? address.trim().slice(0, longestAddress) : null,
      }
      const params = { id: this.canteenId, personId: guest.personId }
      this.meet(await call('PUT /canteens/:id/guests/:personId', { params, body }))
    })
  }

  /** 已谈过: the guest may book again. */
  async haveWord(): Promise<void> {
    const { guest } = this
    const note = this.note.trim()
    this.errors = note ? {} : { note: '请写一句谈了什么。' }
    if (!guest || !note) return
    await this.run('words', async () => {
      const params = { id: this.canteenId, personId: guest.personId }
      const key = this.keys.of([guest.personId, note])
      const after = await call('POST /canteens/:id/guests/:personId/words', { params, body: { note }, key })
      this.keys.done()
      this.forgive(after)
    })
  }

  private meet(guest: Guest): void {
    this.guest = guest
    this.birthday = birthdayText(guest.birthday)
    this.statuses = [...guest.statuses]
    this.delivery = guest.deliveryAddress !== null
    this.address = guest.deliveryAddress ?? ''
  }

  /** What is being written about the papers stays. */
  private forgive({ noShows, blocked }: Guest): void {
    if (this.guest) this.guest = { ...this.guest, noShows, blocked }
    this.note = ''
  }

  private async run(work: Work, act: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.begin(work)
    try {
      await act()
      this.end(work, null)
    } catch (error) {
      this.end(null, (error instanceof CallError && error.fields[0]?.message) || wordsOf(error))
    }
  }

  private begin(work: Work): void {
    this.busy = work
    this.saved = null
    this.failure = null
  }

  private end(saved: Work | null, failure: string | null): void {
    this.busy = null
    this.saved = saved
    this.failure = failure
  }
}
