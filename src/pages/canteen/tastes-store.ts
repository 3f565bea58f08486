import { makeAutoObservable } from 'mobx'
import { keep, recall } from '@/lib/storage'
import type { Allergen, Diet, Dish } from '../../../contract/canteen'
import { allergenWords, dietWords } from './labels'

const keptAs = 'canteen-tastes'
type Tastes = { readonly avoid: readonly Allergen[]; readonly diets: readonly Diet[] }

const toggled = <T>(list: readonly T[], one: T): T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one])

/** What this person does not eat, and how they want it cooked; kept on the phone only. */
export class TastesStore {
  tastes: Tastes = recall<Tastes>(keptAs, { avoid: [], diets: [] })

  constructor() {
    makeAutoObservable(this)
  }

  avoid(allergen: Allergen): void {
    this.set({ ...this.tastes, avoid: toggled(this.tastes.avoid, allergen) })
  }

  want(diet: Diet): void {
    this.set({ ...this.tastes, diets: toggled(this.tastes.diets, diet) })
  }

  clear(): void {
    this.set({ avoid: [], diets: [] })
  }

  fits(dish: Pick<Dish, 'allergens' | 'diets'>): boolean {
    return this.avoidedIn(dish).length === 0 && this.tastes.diets.every((diet) => dish.diets.includes(diet))
  }

  avoidedIn({ allergens }: Pick<Dish, 'allergens'>): Allergen[] {
    return allergens.filter((allergen) => this.tastes.avoid.includes(allergen))
  }

  /** 不要花生、虾蟹 · 少盐; nothing where everything is eaten. */
  get words(): string {
    const { avoid, diets } = this.tastes
    const parts = [avoid.length > 0 && `不要${avoid.map((one) => allergenWords[one]).join('、')}`, ...diets.map((one) => dietWords[one])]
    return parts.filter(Boolean).join(' · ')
  }

  private set(tastes: Tastes): void {
    this.tastes = tastes
    keep(keptAs, tastes)
  }
}

export const tastes = new TastesStore()
