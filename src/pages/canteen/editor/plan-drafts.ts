import { makeAutoObservable, observable } from 'mobx'
import { keep, recall } from '@/lib/storage'
import { dayOf } from '@/lib/time'
import type { Meal } from '../staff-meal'
import type { DraftItem } from './plan-draft'

const keptAs = 'canteen-plan-drafts'
const nameOf = (canteenId: string, { date, sitting }: Meal) => `${date} ${sitting} ${canteenId}`

/** Meals that were changed and not saved: kept on the phone at each change, until they are saved, dropped or over. */
export class PlanDrafts {
  private readonly all = observable.map<string, DraftItem[]>([], { deep: false })

  constructor(private readonly canteenId: string) {
    const kept = Object.entries(recall<Record<string, DraftItem[]>>(keptAs, {}))
    this.all.replace(kept.filter(([name]) => name >= dayOf(Date.now())))
    makeAutoObservable<this, 'canteenId' | 'all'>(this, { canteenId: false, all: false })
  }

  of(meal: Meal): DraftItem[] | undefined {
    return this.all.get(nameOf(this.canteenId, meal))
  }

  put(meal: Meal, items: DraftItem[]): void {
    this.all.set(nameOf(this.canteenId, meal), items)
    this.save()
  }

  drop(meal: Meal): void {
    this.all.delete(nameOf(this.canteenId, meal))
    this.save()
  }

  private save(): void {
    keep(keptAs, Object.fromEntries(this.all))
  }
}
