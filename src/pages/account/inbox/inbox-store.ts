import { makeAutoObservable, runInAction } from 'mobx'
import { Paged } from '@/lib/paged'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { Message } from '../../../../contract/account'

/** Messages to the person. What was read here is read at once on the screen, and told to the server. */
export class InboxStore {
  readonly list = new Paged<Message>(async (cursor) => {
    const { unreadCount, ...slice } = await call('GET /inbox', { query: { cursor, limit: 20 } })
    session.setUnread(unreadCount)
    return slice
  })
  /** Why 全部已读 did not go through. */
  error: string | null = null
  readingAll = false
  private readonly read = new Set<string>()

  constructor() {
    makeAutoObservable(this, { list: false })
  }

  isUnread({ id, readAt }: Message): boolean {
    return readAt === null && !this.read.has(id)
  }

  /** Marks one as read; when that cannot be told now, the next look at the list shows it unread again. */
  async open(message: Message): Promise<void> {
    if (!this.isUnread(message)) return
    this.read.add(message.id)
    await this.tell([message.id]).catch(() => {})
  }

  async readAll(): Promise<void> {
    if (this.readingAll) return
    this.readingAll = true
    this.error = null
    try {
      await this.tell(undefined)
      runInAction(() => {
        for (const { id } of this.list.items) this.read.add(id)
      })
    } catch (error) {
      runInAction(() => {
        this.error = wordsOf(error)
      })
    } finally {
      runInAction(() => {
        this.readingAll = false
      })
    }
  }

  /** Looks again, when somebody is signed in; what the server says holds from then on. */
  async look(): Promise<void> {
    if (session.status !== 'signed-in') return
    await this.list.refresh()
    runInAction(() => this.read.clear())
  }

  /** For somebody else than before. */
  startOver(): Promise<void> {
    this.list.clear()
    return this.look()
  }

  private async tell(ids: string[] | undefined): Promise<void> {
    const { unreadCount } = await call('POST /inbox/read', { body: { ids } })
    session.setUnread(unreadCount)
  }
}
