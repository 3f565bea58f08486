import type { Static } from 'typebox'
import type { reportCalls } from '../../../contract/report'
import { conflict, unfit } from '../../errors'
import { cellOf, distance, type Point } from '../../shared/geo'
import { isBlank, wellFormed, wordsOrNull } from '../../shared/text'
import { whenHappened } from './clock'
import type { Setting } from './queries-submit'

type Body = Static<(typeof reportCalls)['POST /reports']['body']>

/** What somebody sends, found to be in order, with where it belongs. */
export interface Draft {
  readonly text: string
  readonly building: string | null
  readonly floor: string | null
  readonly spot: string | null
  readonly location: Point | null
  readonly cell: number | null
  readonly photoIds: readonly string[]
  readonly anonymous: boolean
  readonly happenedAt: string
  readonly categoryCode: string
  readonly category: NonNullable<Setting['category']>
  readonly compoundCode: string
  readonly compound: NonNullable<Setting['compound']>
  readonly gridCode: string
  readonly lead: NonNullable<Setting['lead']>
  readonly prefix: string
  readonly isLead: boolean
  readonly staff: readonly string[]
}

/** Checks what somebody sends against where it belongs. Throws the refusal of the first thing that is wrong. */
export function checkDraft(body: Body, setting: Setting | undefined, now: Date): Draft {
  const { categoryCode, compoundCode, photoIds = [], anonymous = false } = body
  const { category, compound, gridCode, lead, prefix, isLead = false, staff = [] } = setting ?? {}
  if (!category) throw unfit('report-category-unknown', '没有这个类别，请重新选择。', 'body/categoryCode')
  if (!compound) throw unfit('report-compound-unknown', '本街镇没有这个小区，请重新选择。', 'body/compoundCode')
  if (!gridCode || !lead || !prefix) throw conflict('report-town-closed', '这里还没有开通上报。')
  const text = wellFormed(body.text).trim()
  if (isBlank(text) && photoIds.length === 0) throw unfit('report-text-blank', '请写几个字，或者拍一张照片。', 'body/text')
  if (category.evidence === 'photo' && photoIds.length === 0) {
    throw unfit('report-photo-needed', '这类问题需要照片，请至少拍一张。', 'body/photoIds')
  }
  const location = body.location ?? null
  if (location && isOutside(location, setting as Setting)) {
    throw unfit('report-place-outside', '这个位置不在本街镇，请重新选择。', 'body/location')
  }
  const happened = whenHappened(body.happenedAt, now)
  if (happened === 'future') throw unfit('report-time-future', '发生时间不能晚于现在。', 'body/happenedAt')
  if (happened === 'long-ago') throw unfit('report-time-old', '发生时间请选在最近 30 天内。', 'body/happenedAt')
  return {
    text,
    building: wordsOrNull(body.building),
    floor: wordsOrNull(body.floor),
    spot: wordsOrNull(body.spot),
    location,
    cell: cellAt(location ?? placeOf(compound)),
    photoIds,
    anonymous,
    happenedAt: happened.toISOString(),
    categoryCode,
    category,
    compoundCode,
    compound,
    gridCode,
    lead,
    prefix,
    isLead,
    staff,
  }
}

const placeOf = ({ lng, lat }: NonNullable<Setting['compound']>): Point | null => (lng === null || lat === null ? null : { lng, lat })
const cellAt = (point: Point | null): number | null => point && cellOf(point)

function isOutside(place: Point, { townLng, townLat, radius }: Setting): boolean {
  if (townLng === null || townLat === null || radius === null) return false
  return distance(place, { lng: townLng, lat: townLat }) > radius
}
