import { makeAutoObservable, observableRef } from 'mobx'
import { newKey } from '@/lib/key'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { upload } from '@/lib/upload'
import type { Dish } from '../../../../contract/canteen'
import { type DishDraft, type DishField, dishBody, dishFaults, draftOfDish, type FigureName, newDish } from './dish-draft'
import type { PlanStore } from './plan-store'

const keptAs = 'canteen-dish-draft'
type Kept = { canteenId: string; isNew: boolean; draft: DishDraft }

/** The dishes of the canteen, and the one that is being written; that stays on the phone until it is saved or dropped. */
export class DishStore {
  draft: DishDraft | null = null
  isNew = false
  errors: Partial<Record<DishField, string>> = {}
  failure: string | null = null
  saving = false
  /** The new picture: its file on the phone; null where the picture stays. */
  picture: string | null = null
  /** The dish that was saved last. */
  saved: string | null = null

  constructor(private readonly plan: PlanStore) {
    makeAutoObservable<this, 'plan'>(this, { plan: false, draft: observableRef })
    const kept = recall<Kept | null>(keptAs, null)
    if (kept?.canteenId !== plan.canteenId) return
    this.draft = kept.draft
    this.isNew = kept.isNew
  }

  get dishes(): PlanStore['dishes'] {
    return this.plan.dishes
  }

  get dish(): Dish | null {
    return (this.draft && !this.isNew && this.plan.dishOf(this.draft.id)) || null
  }

  open(dish: Dish): void {
    this.begin(draftOfDish(dish), false)
  }

  create(): void {
    this.begin(newDish(this.dishes.value ?? []), true)
  }

  /** Leaves the dish as it is saved. */
  close(): void {
    this.draft = null
    this.picture = null
    this.errors = {}
    this.failure = null
    keep(keptAs, null)
  }

  change(change: Partial<DishDraft>): void {
    if (!this.draft) return
    this.draft = { ...this.draft, ...change }
    for (const field of Object.keys(change)) delete this.errors[field as DishField]
    keep(keptAs, { canteenId: this.plan.canteenId, isNew: this.isNew, draft: this.draft } satisfies Kept)
  }

  setFigure(name: FigureName, text: string): void {
    if (this.draft) this.change({ figures: { ...this.draft.figures, [name]: text } })
    delete this.errors[name]
  }

  /** In where it was not, and out where it was. */
  toggle<K extends 'allergens' | 'diets' | 'parts'>(list: K, value: DishDraft[K][number]): void {
    const there: readonly string[] = this.draft?.[list] ?? []
    const next = there.includes(value) ? there.filter((other) => other !== value) : [...there, value]
    this.change({ [list]: next })
  }

  choosePicture(path: string): void {
    this.picture = path
  }

  async save(): Promise<void> {
    const { draft } = this
    if (!draft || this.saving) return
    const taken = this.isNew ? (this.dishes.value ?? []).map(({ id }) => id) : []
    this.errors = dishFaults(draft, taken)
    if (Object.keys(this.errors).length > 0) return
    this.start()
    try {
      const photoId = this.picture ? (await upload(this.picture, newKey(), () => {}).photo).id : undefined
      const params = { id: this.plan.canteenId, dishId: draft.id }
      const dish = await call('PUT /canteens/:id/dishes/:dishId', { params, body: { ...dishBody(draft), ...(photoId && { photoId }) } })
      this.finish(dish)
    } catch (error) {
      this.fail(error)
    }
  }

  private begin(draft: DishDraft, isNew: boolean): void {
    this.close()
    this.draft = draft
    this.isNew = isNew
    this.saved = null
  }

  private start(): void {
    this.saving = true
    this.failure = null
  }

  private finish(dish: Dish): void {
    const others = (this.dishes.value ?? []).filter(({ id }) => id !== dish.id)
    this.dishes.set([...others, dish].sort((one, other) => one.id.localeCompare(other.id)))
    this.close()
    this.saving = false
    this.saved = dish.name
  }

  private fail(error: unknown): void {
    this.saving = false
    this.failure = (error instanceof CallError && error.fields[0]?.message) || wordsOf(error)
  }
}
