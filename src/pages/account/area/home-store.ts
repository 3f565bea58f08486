import { makeAutoObservable, runInAction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { CallError, wordsOf } from '@/lib/problem'
import { call } from '@/lib/request'
import { forget, keep, recall } from '@/lib/storage'
import { session } from '@/session/session'
import type { Area, Compound } from '../../../../contract/place'

export type ChosenArea = Pick<Area, 'code' | 'shortName' | 'townName'>
type Field = 'compound' | 'building' | 'room'
/** What a guest has chosen, kept until it can be saved. The room is never kept on the phone. */
interface Choice {
  readonly area: ChosenArea | null
  readonly compoundCode: string | null
  readonly building: string
}
const keptAs = 'home-choice'

/** Where the person lives, as it is being chosen. */
export class HomeStore {
  area: ChosenArea | null = null
  compoundCode: string | null = null
  building = ''
  /** Empty leaves the room that is known. */
  room = ''
  /** The known room is to be forgotten. */
  roomless = false
  saving = false
  error: string | null = null
  readonly errors = new Map<Field, string>()
  readonly compounds = new Loadable<Compound[]>(async () => {
    if (!this.area) return []
    return (await call('GET /areas/:code/compounds', { params: { code: this.area.code } })).items
  })

  constructor() {
    const { area, compoundCode, building } = recall<Choice | null>(keptAs, null) ?? known()
    this.area = area
    this.compoundCode = compoundCode
    this.building = building
    makeAutoObservable(this, { compounds: false })
    if (area) this.compounds.refresh()
  }

  /** The room that is known, masked, as long as it belongs to the chosen building. */
  get knownRoom(): string | null {
    const home = session.person?.home
    const same = home?.compoundCode === this.compoundCode && (home?.building ?? '') === this.building.trim()
    return same && !this.roomless ? (home?.room ?? null) : null
  }

  choose(area: ChosenArea | null): void {
    this.area = area
    this.compoundCode = null
    this.building = ''
    this.settle()
    this.compounds.clear()
    if (area) this.compounds.refresh().then(() => this.takeOnlyCompound(area))
  }

  chooseCompound(code: string | null): void {
    this.compoundCode = code
    this.settle('compound')
  }

  typeBuilding(text: string): void {
    this.building = text
    this.settle('building')
  }

  typeRoom(text: string): void {
    this.room = text
    this.errors.delete('room')
  }

  forgetRoom(): void {
    this.roomless = true
  }

  /** Says whether it was saved. */
  async save(): Promise<boolean> {
    if (!this.area || this.saving) return false
    this.saving = true
    this.error = null
    this.errors.clear()
    try {
      await session.update({ home: this.asSent(this.area) })
      forget(keptAs)
      return true
    } catch (error) {
      this.refuse(error)
      return false
    } finally {
      runInAction(() => {
        this.saving = false
      })
    }
  }

  private asSent(area: ChosenArea) {
    const room = this.room.trim() || (this.roomless ? null : undefined)
    return { areaCode: area.code, compoundCode: this.compoundCode, building: this.building.trim() || null, room }
  }

  private refuse(error: unknown): void {
    const fields = error instanceof CallError ? error.fields : []
    for (const { path, message } of fields) {
      const field = (['compound', 'building', 'room'] as const).find((name) => path.includes(`/home/${name}`))
      // the first is the plainest: 最多 20 个字 before 不是可选的值
      if (field && !this.errors.has(field)) this.errors.set(field, message)
    }
    if (this.errors.size === 0) this.error = wordsOf(error)
  }

  private takeOnlyCompound(area: ChosenArea): void {
    const [only, other] = this.compounds.value ?? []
    if (only && !other && this.area?.code === area.code) this.chooseCompound(only.code)
  }

  private settle(field?: Field): void {
    this.error = null
    if (field) this.errors.delete(field)
    else this.errors.clear()
    const { area, compoundCode, building } = this
    if (session.status === 'guest') keep(keptAs, { area, compoundCode, building } satisfies Choice)
  }
}

function known(): Choice {
  const { home = null, town = null } = session.person ?? {}
  const area = home && { code: home.areaCode, shortName: home.areaName, townName: town?.name ?? '' }
  return { area, compoundCode: home?.compoundCode ?? null, building: home?.building ?? '' }
}
