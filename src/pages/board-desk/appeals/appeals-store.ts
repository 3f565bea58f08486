import { makeAutoObservable, observable } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Paged } from '@/lib/paged'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { AppealCase } from '../../../../contract/board'

export interface Answer {
  readonly accepted: boolean | null
  readonly text: string
}
const nothing: Answer = { accepted: null, text: '' }

/** What keepers say is wrong with their figures, and the answers to it. */
export class AppealsStore {
  /** Those that wait; otherwise all of them. */
  open = true
  busy: string | null = null
  readonly list: Paged<AppealCase> = new Paged((cursor) => call('GET /boards/appeals', { query: { open: this.open || undefined, cursor } }))
  readonly failures = observable.map<string, string>()
  /** Those that were answered on this screen, as they are now. */
  readonly answered = observable.map<string, AppealCase>([], { deep: false })
  private readonly answers = observable.map<string, Answer>([], { deep: false })
  private readonly keys = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'keys' | 'answers'>(this, { list: false, failures: false, answered: false, answers: false, keys: false })
  }

  show(open: boolean): void {
    this.open = open
    this.answered.clear()
    this.list.clear()
    this.list.refresh()
  }

  answerOf(id: string): Answer {
    return this.answers.get(id) ?? nothing
  }

  write(id: string, change: Partial<Answer>): void {
    this.answers.set(id, { ...this.answerOf(id), ...change })
    this.failures.delete(id)
  }

  async answer(id: string): Promise<void> {
    const { accepted, text } = this.answerOf(id)
    if (this.busy) return
    if (accepted === null) return this.end(id, '请先选：成绩要改，还是不用改。')
    if (!text.trim()) return this.end(id, '请写一句答复，会写在这个单位的成绩旁边。')
    this.begin(id)
    try {
      const body = { accepted, text: text.trim() }
      this.finish(await call('POST /boards/appeals/:id/answers', { params: { id }, body, key: this.keys.of([id, body]) }))
    } catch (error) {
      this.end(id, wordsOf(error))
    }
  }

  private begin(id: string): void {
    this.busy = id
    this.failures.delete(id)
  }

  private finish(appeal: AppealCase): void {
    this.keys.done()
    this.busy = null
    this.answers.delete(appeal.id)
    this.answered.set(appeal.id, appeal)
  }

  private end(id: string, failure: string): void {
    this.busy = null
    this.failures.set(id, failure)
  }
}
