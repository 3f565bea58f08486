import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { UnitPage } from '../../../../contract/board'
import { mine } from '../mine-store'

export interface Asked {
  readonly town?: string
  readonly code?: string
  readonly unit?: string
  readonly period?: string
}

/** One unit on one board, and whether one follows it. */
export class UnitStore {
  period: string | undefined
  following = false
  followFailure: string | null = null
  readonly page = new Loadable<UnitPage>(() =>
    call('GET /boards/:code/units/:unitCode', {
      params: { code: this.asked.code ?? '', unitCode: this.asked.unit ?? '' },
      query: { town: this.asked.town, period: this.period },
    }),
  )

  constructor(private readonly asked: Asked) {
    this.period = asked.period
    makeAutoObservable<this, 'asked'>(this, { page: false, asked: false })
  }

  async refresh(): Promise<void> {
    await Promise.all([this.page.refresh(), mine.refresh()])
  }

  choose(period: string): Promise<void> {
    this.period = period
    return this.page.refresh()
  }

  /** Follows the unit, or no longer. */
  async follow(on: boolean): Promise<void> {
    const { unit, board } = this.page.value ?? {}
    if (!unit || !board?.unitKind || this.following) return
    this.following = true
    this.followFailure = null
    const failure = await mine.follow({ kind: board.unitKind, unitCode: unit.unitCode, town: board.townCode }, on).then(() => null, wordsOf)
    this.settle(failure)
  }

  private settle(failure: string | null): void {
    this.following = false
    this.followFailure = failure
  }
}
