import { makeAutoObservable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { session } from '@/session/session'
import type { CardPlace, MyCard, WallCard } from '../../../../contract/mailbox'

const keptAs = 'mailbox-draft'
type Draft = { readonly personId: string; readonly text: string }

/** The wall, my cards, and the one I am writing: its words stay on the phone until it is sent. */
export class MailboxStore {
  readonly wall = new Paged<WallCard>((cursor) => call('GET /mailbox/cards', { query: { cursor } }))
  readonly mine = new Paged<MyCard>((cursor) => call('GET /mailbox/mine', { query: { cursor } }))
  readonly places = new Loadable<CardPlace[]>(async () => (await call('GET /mailbox/places')).items)
  text = ''
  named = false
  placeId: string | null = null
  busy: 'send' | 'take-back' | null = null
  failure: string | null = null
  /** A card has just gone out. */
  sent = false
  private readonly key = new RepeatKey()

  /** `siteId`: the mailbox that the page was opened from. */
  constructor(private readonly siteId?: string) {
    makeAutoObservable<this, 'key' | 'siteId'>(this, { wall: false, mine: false, places: false, key: false, siteId: false })
    const draft = recall<Draft | null>(keptAs, null)
    if (draft && draft.personId === session.person?.id) this.text = draft.text
  }

  /** The check-in that the card goes with: the chosen one, that of the mailbox one came from, or the newest. */
  get place(): CardPlace | undefined {
    const all = this.places.value ?? []
    return all.find(({ checkInId }) => checkInId === this.placeId) ?? all.find(({ siteId }) => siteId === this.siteId) ?? all[0]
  }

  async refresh(): Promise<void> {
    const mine = session.status === 'signed-in' ? [this.mine.refresh(), this.places.refresh()] : []
    await Promise.all([this.wall.refresh(), ...mine])
  }

  /** Forgets one person's cards when another signs in. */
  clear(): void {
    this.mine.clear()
    this.places.clear()
    this.write({ text: '', named: false })
  }

  write(changes: { text?: string; named?: boolean; placeId?: string }): void {
    Object.assign(this, changes)
    this.failure = null
    this.sent = false
    if (session.person) keep(keptAs, { personId: session.person.id, text: this.text })
  }

  /** Says whether it went out. */
  async send(): Promise<boolean> {
    if (!this.place || this.busy) return false
    if (!this.text.trim()) {
      this.settle('请写一句寄语。')
      return false
    }
    const body = { checkInId: this.place.checkInId, text: this.text, named: this.named }
    return this.run('send', async () => {
      await call('POST /mailbox/cards', { body, key: this.key.of(body) })
      this.key.done()
      this.write({ text: '' })
      this.done()
    })
  }

  takeBack(id: string): Promise<boolean> {
    return this.run('take-back', async () => {
      await call('DELETE /mailbox/cards/:id', { params: { id } })
    })
  }

  private async run(busy: 'send' | 'take-back', work: () => Promise<void>): Promise<boolean> {
    if (this.busy) return false
    this.busy = busy
    this.failure = null
    try {
      await work()
      this.settle(null)
      this.refresh()
      return true
    } catch (error) {
      this.settle(wordsOf(error))
      return false
    }
  }

  private done(): void {
    this.sent = true
  }

  private settle(failure: string | null): void {
    this.busy = null
    this.failure = failure
  }
}
