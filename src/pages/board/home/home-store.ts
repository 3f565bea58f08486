import { makeAutoObservable } from 'mobx'
import { Loadable } from '@/lib/loadable'
import { call } from '@/lib/request'
import { keep, recall } from '@/lib/storage'
import { holds } from '@/session/holds'
import { session } from '@/session/session'
import type { Board, Draft, UnitPage, UnitPlaces } from '../../../../contract/board'
import type { Town } from '../../../../contract/place'
import { guestPlace } from '../guest-place'
import { mine } from '../mine-store'

const keptAs = 'board-town'
/** So many boards at most are asked for a guest's area: WeChat has ten calls at once. */
const mostForGuest = 8

/** What the first page of the boards shows: my places, the boards of a town, and what waits for who makes them. */
export class HomeStore {
  /** The town that was chosen; null: mine, or the first. */
  town = recall<string | null>(keptAs, null)
  readonly boards = new Loadable(() => call('GET /boards', { query: { town: this.town ?? guestPlace.area?.townCode } }))
  readonly towns = new Loadable<Town[]>(async () => (await call('GET /towns')).items)
  /** Where the area stands that a guest has chosen. */
  readonly guest = new Loadable<UnitPlaces>(() => this.loadGuest())
  readonly drafts = new Loadable<Draft[]>(async () => (await call('GET /boards/drafts', { query: { limit: 50 } })).items)

  constructor() {
    makeAutoObservable(this, { boards: false, towns: false, guest: false, drafts: false })
  }

  async refresh(): Promise<void> {
    const waiting = holds('board_editor', 'board_reviewer', 'admin') && this.drafts.refresh()
    await Promise.all([mine.refresh(), this.boards.refresh(), waiting])
    if (session.status !== 'signed-in' && guestPlace.area) await this.guest.refresh()
  }

  async chooseTown(code: string): Promise<void> {
    this.town = code
    keep(keptAs, code)
    await this.boards.refresh()
  }

  async chooseArea(area: Parameters<typeof guestPlace.choose>[0]): Promise<void> {
    guestPlace.choose(area)
    this.guest.clear()
    await this.chooseTown(area.townCode)
    await this.guest.refresh()
  }

  /** Forgets one person's things when another signs in. */
  startOver(): Promise<void> {
    this.drafts.clear()
    return this.refresh()
  }

  private async loadGuest(): Promise<UnitPlaces> {
    const { code = '', shortName = '', townCode = '' } = guestPlace.area ?? {}
    const boards = (this.boards.value?.items ?? []).filter(
      (board) => board.unitKind === 'area' && board.latest && board.townCode === townCode,
    )
    const pages = await Promise.all(boards.slice(0, mostForGuest).map((board) => placeOf(board, code)))
    return { kind: 'area', unitCode: code, name: shortName, townCode, places: pages.map(placeOn) }
  }
}

const placeOf = ({ code, townCode }: Board, unitCode: string): Promise<UnitPage> =>
  call('GET /boards/:code/units/:unitCode', { params: { code, unitCode }, query: { town: townCode } })

const placeOn = ({ board, edition, unit }: UnitPage): UnitPlaces['places'][number] => ({
  boardCode: board.code,
  boardName: board.name,
  mode: board.mode,
  scoreUnit: board.scoreUnit,
  period: edition.period,
  ranked: edition.ranked,
  unit,
})
