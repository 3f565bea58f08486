import { makeAutoObservable, runInAction } from 'mobx'
import { RepeatKey } from '@/lib/key'
import { Loadable } from '@/lib/loadable'
import { Paged } from '@/lib/paged'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { Quiz, QuizResult, QuizSummary } from '../../../../contract/learning'

/** The day's quiz: what I choose, the result, and the days before. */
export class QuizStore {
  readonly quiz = new Loadable<Quiz>(() => call('GET /quiz'))
  readonly history = new Paged<QuizSummary>((cursor) => call('GET /quiz/history', { query: { cursor } }))
  /** By question. */
  chosen: Readonly<Record<string, number>> = {}
  sending = false
  failure: string | null = null
  /** A day before that is looked at again. */
  past: QuizResult | null = null
  pastError: string | null = null
  private readonly key = new RepeatKey()

  constructor() {
    makeAutoObservable<this, 'key'>(this, { quiz: false, history: false, key: false })
  }

  get missing(): number {
    return this.quiz.value?.questions.filter(({ id }) => this.chosen[id] === undefined).length ?? 0
  }

  /** The result of today, or that of a day looked at again. */
  get result(): QuizResult | null {
    return this.past ?? this.quiz.value?.result ?? null
  }

  async refresh(): Promise<void> {
    await Promise.all([this.quiz.refresh(), this.history.refresh()])
  }

  choose(questionId: string, option: number): void {
    this.chosen = { ...this.chosen, [questionId]: option }
    this.failure = null
  }

  /** Says whether the answers were judged. */
  async send(): Promise<boolean> {
    const quiz = this.quiz.value
    if (!quiz || this.sending) return false
    if (this.missing > 0) {
      this.failure = `还有 ${this.missing} 题没选。`
      return false
    }
    const body = { day: quiz.day, answers: quiz.questions.map(({ id }) => ({ questionId: id, option: this.chosen[id] as number })) }
    this.sending = true
    this.failure = null
    try {
      const result = await call('POST /quiz/answers', { body, key: this.key.of(body) })
      this.quiz.set({ ...quiz, questions: [], result })
      this.settle(null)
      this.history.refresh()
      return true
    } catch (error) {
      this.settle(wordsOf(error))
      // other questions, another day, or answered on another phone: what is true now is on the server
      if (error instanceof CallError && error.status === 409) this.quiz.refresh()
      return false
    }
  }

  async look(day: string | null): Promise<void> {
    this.past = null
    this.pastError = null
    if (!day) return
    try {
      const past = await call('GET /quiz/history/:day', { params: { day } })
      runInAction(() => {
        this.past = past
      })
    } catch (error) {
      runInAction(() => {
        this.pastError = wordsOf(error)
      })
    }
  }

  private settle(failure: string | null): void {
    this.sending = false
    this.failure = failure
  }
}
