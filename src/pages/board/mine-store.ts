import { makeAutoObservable, reaction } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { session } from '@/session/session'
import type { BoardFacts, RankedKind, RankedUnit } from '../../../contract/board'
import { guestPlace } from './guest-place'

type Ranking = { readonly townCode: string; readonly unitKind: RankedKind | null; readonly reach?: BoardFacts['reach'] }

/** Where my units stand, those I follow and those I speak for: what the pages of the boards know of who reads them. */
class MineStore {
  readonly list = new Loadable(() => call('GET /boards/mine'))

  constructor() {
    makeAutoObservable(this, { list: false })
    // one person's places are forgotten when another signs in
    reaction(
      () => session.person?.id,
      () => this.list.clear(),
    )
  }

  async refresh(): Promise<void> {
    if (session.status === 'signed-in') await this.list.refresh()
  }

  /** The unit of mine that a board ranks; undefined where none is known. */
  unitOn({ townCode, unitKind, reach = 'town' }: Ranking): string | undefined {
    const isNear = (town: string | undefined) => town === townCode || reach !== 'town'
    if (unitKind === 'area' || unitKind === 'compound') {
      const { home, town } = session.person ?? {}
      if (home) return (isNear(town?.code) && (unitKind === 'area' ? home.areaCode : home.compoundCode)) || undefined
      const { area } = guestPlace
      return unitKind === 'area' && area && isNear(area.townCode) ? area.code : undefined
    }
    const { mine = [], keeps = [] } = this.list.value ?? {}
    return [...mine.filter((one) => isNear(one.townCode)), ...keeps].find(({ kind }) => kind === unitKind)?.unitCode
  }

  isFollowing(kind: RankedKind, unitCode: string): boolean {
    return this.list.value?.following.some((one) => one.kind === kind && one.unitCode === unitCode) ?? false
  }

  /** Whether the person speaks for the unit. */
  isKeeper(kind: RankedKind, unitCode: string): boolean {
    return this.list.value?.keeps.some((one) => one.kind === kind && one.unitCode === unitCode) ?? false
  }

  /** Follows the unit, or no longer. Throws CallError. */
  async follow({ kind, unitCode, town }: Pick<RankedUnit, 'kind' | 'unitCode'> & { town: string }, on: boolean): Promise<void> {
    const at = { params: { kind, unitCode }, query: { town } }
    await (on ? call('PUT /boards/units/:kind/:unitCode/follow', at) : call('DELETE /boards/units/:kind/:unitCode/follow', at))
    await this.list.refresh()
  }
}

export const mine = new MineStore()
