import { isDay, spanOf, spansOf, spanText } from '@/lib/spans'
import type { AllCalls } from '../../../../contract'
import type { BodyOf } from '../../../../contract/call'
import type { CheckInWay, SiteDetail, SiteKind } from '../../../../contract/study'

export type NewSiteBody = BodyOf<AllCalls['POST /sites']>

/** Hours of some days of the week; the span as typed: 09:00-17:00. */
export interface WeeklyDraft {
  readonly weekdays: readonly number[]
  readonly span: string
}
/** A day unlike the others; an empty span: closed. */
export interface ExceptionDraft {
  readonly date: string
  readonly span: string
  readonly note: string
}
export interface PhotoDraft {
  readonly id: string
  readonly thumbUrl: string
}

/** A site as it is being written. */
export interface SiteDraft {
  readonly id: string
  readonly name: string
  readonly kind: SiteKind
  readonly address: string
  readonly lng: string
  readonly lat: string
  readonly story: string
  readonly directions: string
  readonly audioUrl: string
  readonly weekly: readonly WeeklyDraft[]
  readonly exceptions: readonly ExceptionDraft[]
  /** Empty: no lights. */
  readonly lights: string
  readonly ways: readonly CheckInWay[]
  readonly fence: string
  readonly photos: readonly PhotoDraft[]
}
export type SiteField = 'id' | 'name' | 'place' | 'weekly' | 'exceptions' | 'lights' | 'ways' | 'fence' | 'audioUrl'

export const draftOfSite = (site: SiteDetail): SiteDraft => ({
  ...{ id: site.id, name: site.name, kind: site.kind, ways: site.ways, photos: site.photos },
  address: site.address ?? '',
  lng: String(site.location.lng),
  lat: String(site.location.lat),
  story: site.story ?? '',
  directions: site.directions ?? '',
  audioUrl: site.audioUrl ?? '',
  weekly: site.weekly.map(({ weekdays, ...opening }) => ({ weekdays, span: spanText(opening) })),
  exceptions: site.exceptions.map(({ date, hours, note }) => ({ date, span: hours.map(spanText).join(' '), note: note ?? '' })),
  lights: site.lights ? spanText(site.lights) : '',
  fence: String(site.fenceMetres),
})

export const newSite = (): SiteDraft => ({
  ...{ id: '', name: '', kind: 'study_corner', address: '', lng: '', lat: '', story: '', directions: '', audioUrl: '' },
  weekly: [{ weekdays: [1, 2, 3, 4, 5], span: '09:00-17:00' }],
  ...{ exceptions: [], lights: '', ways: ['screen', 'host'], fence: '100', photos: [] },
})

const degrees = (text: string): number => (/^\d{1,3}(\.\d{1,15})?$/.test(text.trim()) ? Number(text) : Number.NaN)
/** What is missing or wrong, field by field. */
export function siteFaults(draft: SiteDraft): Partial<Record<SiteField, string>> {
  const [lng, lat, fence] = [degrees(draft.lng), degrees(draft.lat), Number(draft.fence)]
  const faults: [SiteField, string | false][] = [
    ['id', !/^[A-Za-z0-9_-]{1,32}$/.test(draft.id) && '编号只能用字母、数字、横线，比如 STU-006。'],
    ['name', !draft.name.trim() && '请写名称。'],
    ['place', !(lng > 73 && lng < 136 && lat > 3 && lat < 54) && '请写国内的经度、纬度，比如 121.3656 和 31.1699。'],
    ['weekly', draft.weekly.some(({ weekdays, span }) => weekdays.length === 0 || !spanOf(span)) && '时间写成 09:00-17:00，并选好是周几。'],
    [
      'exceptions',
      draft.exceptions.some(({ date, span }) => !isDay(date) || !spansOf(span)) &&
        '日期写成 2027-01-01，时间写成 10:00-16:00；不开放就空着。',
    ],
    ['lights', draft.lights.trim() !== '' && !spanOf(draft.lights) && '亮灯时间写成 18:45-22:00；没有灯就空着。'],
    ['ways', draft.ways.length === 0 && '请至少选一种打卡方式。'],
    ['fence', !(Number.isInteger(fence) && fence >= 20 && fence <= 2000) && '范围写 20 到 2000 的整数。'],
    ['audioUrl', draft.audioUrl.trim() !== '' && !/^https:\/\/\S+$/.test(draft.audioUrl.trim()) && '语音地址要以 https:// 开头。'],
  ]
  return Object.fromEntries(faults.filter(([, words]) => words))
}

const orNull = (text: string) => text.trim() || null

/** As the wire wants it; only for a draft without faults. */
export const siteBody = (draft: SiteDraft): NewSiteBody => ({
  ...{ id: draft.id, name: draft.name.trim(), kind: draft.kind, ways: [...draft.ways] },
  address: orNull(draft.address),
  location: { lng: degrees(draft.lng), lat: degrees(draft.lat) },
  story: orNull(draft.story),
  directions: orNull(draft.directions),
  audioUrl: orNull(draft.audioUrl),
  photoIds: draft.photos.map(({ id }) => id),
  weekly: draft.weekly.flatMap(({ weekdays, span }) => {
    const opening = spanOf(span)
    return opening ? [{ weekdays: [...weekdays].sort(), ...opening }] : []
  }),
  exceptions: draft.exceptions.map(({ date, span, note }) => ({ date, hours: spansOf(span) ?? [], note: orNull(note) })),
  lights: draft.lights.trim() === '' ? null : spanOf(draft.lights),
  fenceMetres: Number(draft.fence),
})
