import { makeAutoObservable, observableRef } from 'mobx'
import { download } from '@/lib/download'
import { Loadable } from '@/lib/loadable'
import { openWorkbook } from '@/lib/platform'
import { wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import type { KitchenList } from '../../../../contract/canteen'
import type { Meal } from '../staff-meal'

/** The kitchen's list of a meal. */
export class KitchenStore {
  meal: Meal
  exporting = false
  /** What went wrong with the workbook. */
  failure: string | null = null
  readonly list: Loadable<KitchenList>

  constructor(
    readonly canteenId: string,
    meal: Meal,
  ) {
    this.meal = meal
    this.list = new Loadable(() => call('GET /canteens/:id/kitchen', { params: { id: canteenId }, query: { ...this.meal } }))
    makeAutoObservable(this, { canteenId: false, list: false, meal: observableRef })
  }

  choose(meal: Meal): Promise<void> {
    this.meal = meal
    this.failure = null
    this.list.clear()
    return this.list.refresh()
  }

  /** The list as a workbook, on the phone or among the computer's downloads. */
  async exportWorkbook(): Promise<void> {
    if (this.exporting) return
    this.exporting = true
    this.failure = null
    try {
      const { date, sitting } = this.meal
      const id = encodeURIComponent(this.canteenId)
      const path = await download(`/canteens/${id}/kitchen.xlsx?date=${date}&sitting=${sitting}`)
      await openWorkbook(path, `kitchen-${date}-${sitting}.xlsx`)
      this.end(null)
    } catch (error) {
      this.end(wordsOf(error))
    }
  }

  private end(failure: string | null): void {
    this.exporting = false
    this.failure = failure
  }
}
