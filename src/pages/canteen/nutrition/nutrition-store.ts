import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { dayAfter } from '@/lib/meal'
import { call } from '@/lib/request'
import type { AllCalls } from '../../../../contract'
import type { ReplyOf } from '../../../../contract/call'
import type { Eater } from '../../../../contract/canteen'

export type Day = ReplyOf<AllCalls['GET /me/nutrition']>['days'][number]

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** What somebody ate in the canteen, week by week. */
export class NutritionStore {
  monday: string
  personId: string | null = null
  readonly week = new Loadable<Day[]>(
    async () => (await call('GET /me/nutrition', { query: { from: this.monday, personId: this.personId ?? undefined } })).days,
  )
  readonly family = new Loadable<Eater[]>(async () => (await call('GET /me/family')).eaters)
  private readonly thisMonday: string

  constructor(today: string) {
    this.monday = mondayOf(today)
    this.thisMonday = this.monday
    makeAutoObservable<this, 'thisMonday'>(this, { week: false, family: false, thisMonday: false })
  }

  get isThisWeek(): boolean {
    return this.monday >= this.thisMonday
  }

  get meals(): number {
    return this.week.value?.reduce((sum, { meals }) => sum + meals, 0) ?? 0
  }

  /** Mean of the days with a meal. */
  mean(of: (day: Day) => number): number {
    const days = this.week.value?.filter(({ meals }) => meals > 0) ?? []
    return days.length === 0 ? 0 : days.reduce((sum, day) => sum + of(day), 0) / days.length
  }

  async refresh(): Promise<void> {
    await Promise.all([this.week.refresh(), this.family.refresh()])
  }

  turn(weeks: -1 | 1): void {
    this.monday = dayAfter(this.monday, weeks * 7)
    this.reload()
  }

  show(personId: string | null): void {
    this.personId = personId
    this.reload()
  }

  private reload(): void {
    this.week.clear()
    this.week.refresh()
  }
}
