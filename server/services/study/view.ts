import type { CheckIn, DoubtfulCheckIn, Site, SiteDetail } from '../../../contract/study'
import { distance } from '../../shared/geo'
import type { PhotoSigner } from '../../shared/photos'
import { shanghaiDay } from '../../shared/shanghai'
import { timeOf } from '../../shared/times'
import type { CheckInRow } from './queries-lists'
import type { SiteMore, SiteRow } from './queries-sites'
import { type Hours, hoursOn, type Span, statusAt } from './rules-hours'
import { whyOf } from './words'

/** Streets are longer than the line through the air, */
const detour = 1.3
/** and people walk so many metres a minute. */
const metresAMinute = 75

const openingOf = ({ opens, closes }: Span) => ({ opens: timeOf(opens), closes: timeOf(closes) })

/** Field by field: spread objects cost ten times as much, and a list has many of them. */
export function siteOf(row: SiteRow, signer: PhotoSigner, now: Date): Site {
  const { openNow, changesAt } = statusAt(row, now)
  const { id, name, kind, townCode, address, lng, lat, lights, coverId, checkIns, metres } = row
  return {
    id,
    name,
    kind,
    townCode,
    address,
    location: { lng, lat },
    distance: metres === null ? null : Math.round(metres),
    walkMinutes: metres === null ? null : Math.ceil((metres * detour) / metresAMinute),
    openNow,
    changesAt: changesAt?.toISOString() ?? null,
    hours: hoursOn(row, shanghaiDay(now)).map(openingOf),
    lights: lights && openingOf(lights),
    coverUrl: coverId && signer.url(coverId, 'thumb', now),
    checkIns,
  }
}

/** What only its own page shows of a site, whoever reads it. */
export function siteMoreOf(row: SiteRow, { photos, ...more }: SiteMore, signer: PhotoSigner, now: Date) {
  const today = shanghaiDay(now)
  return {
    ...more,
    photos: photos.map((photo) => signer.photo(photo, now)),
    weekly: weeklyOf(row.weekly),
    exceptions: row.exceptions
      .filter(({ day }) => day >= today)
      .map(({ day, hours, note }) => ({ date: day, hours: hours.map(openingOf), note })),
    ways: [...row.ways],
    fenceMetres: row.fenceMetres,
  }
}

/** Days of the week that have the same hours, together. */
export function weeklyOf(weekly: Hours['weekly']): SiteDetail['weekly'] {
  const together = new Map<string, SiteDetail['weekly'][number]>()
  for (const { weekday, ...span } of weekly) {
    const opening = openingOf(span)
    const key = `${opening.opens} ${opening.closes}`
    const group = together.get(key) ?? { weekdays: [], ...opening }
    group.weekdays.push(weekday)
    together.set(key, group)
  }
  return [...together.values()]
}

const metresOf = ({ lng, lat, siteLng, siteLat }: CheckInRow): number | null =>
  lng === null || lat === null ? null : Math.round(distance({ lng, lat }, { lng: siteLng, lat: siteLat }))

export function checkInOf(row: CheckInRow, signer: PhotoSigner, now: Date): CheckIn {
  const { id, siteId, siteName, kind, way, state, at, day, thought, minutes, points, decidedAt, decisionNote } = row
  return {
    ...{ id, siteId, siteName, kind, way, state, at, day, thought, minutes, points },
    marks: row.marks.map((mark) => ({ mark, why: whyOf(mark, metresOf(row)) })),
    photos: row.photos.map((photo) => signer.photo(photo, now)),
    decision: decidedAt === null ? null : { counts: state === 'counted', note: decisionNote, at: decidedAt },
  }
}

export const doubtfulOf = (row: CheckInRow, signer: PhotoSigner, now: Date): DoubtfulCheckIn => ({
  ...checkInOf(row, signer, now),
  nickname: row.nickname,
  distance: metresOf(row),
})
