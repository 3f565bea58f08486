import { appAddress } from '@/lib/drawing'
import { DrawnPicture } from '@/lib/drawn-picture'
import { Loadable } from '@/lib/loadable'
import { qrSquares } from '@/lib/qr'
import { call } from '@/lib/request'
import type { UnitPage } from '../../../../contract/board'
import { apartWords, figureOf, moveOf } from '../labels'
import { periodText } from '../periods'
import { unitUrl } from '../urls'
import { draw } from './draw'

export interface Asked {
  readonly town?: string
  readonly code?: string
  readonly unit?: string
  readonly period?: string
}

/** The picture of a unit's place on a board, and what it tells. */
export class ShareStore {
  readonly known: Loadable<UnitPage>
  readonly picture = new DrawnPicture('社区榜单', (paper) => {
    const page = this.known.value
    if (!page) throw new Error('there is nothing to draw yet')
    draw(paper, page, qrSquares(addressOf(page)))
  })

  constructor({ town, code = '', unit = '', period }: Asked) {
    this.known = new Loadable(() =>
      call('GET /boards/:code/units/:unitCode', { params: { code, unitCode: unit }, query: { town, period } }),
    )
  }

  /** The picture in words. */
  get spoken(): string {
    const page = this.known.value
    if (!page) return ''
    const { unit, board, edition } = page
    const rank = unit.standing === 'ranked' ? `第 ${unit.rank} 名，共 ${edition.ranked} 个` : apartWords[unit.standing]
    const words = [board.name, periodText(edition.period), unit.name, rank, figureOf(unit, board), moveOf(unit)?.text]
    return `分享图，${words.filter(Boolean).join('，')}`
  }
}

/** Where anybody can see it: the app in a browser, which needs no WeChat. */
const addressOf = ({ board, edition, unit }: UnitPage): string =>
  `${appAddress()}/#${unitUrl({ town: board.townCode, code: board.code, unit: unit.unitCode, period: edition.period })}`
