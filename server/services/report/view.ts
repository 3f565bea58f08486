import type { Static } from 'typebox'
import type { Report, ReportCard, ReportEvent, UnitRef } from '../../../contract/report'
import type { PhotoSigner } from '../../shared/photos'
import type { CardRow, ReportRow } from './queries'
import type { EventRow } from './queries-events'
import { actionsFor } from './rules'
import { capacitiesOf, isPublic, isShared, mayContact, type Person, type Sight, seesContent, sightOf } from './sight'
import { actorWords, timeWords } from './words'

export interface Reader {
  readonly person: Person
  readonly now: Date
  readonly signer: PhotoSigner
}

/** A row as the reader may know it. */
export function cardOf(row: CardRow, reader: Reader, sight = sightOf(row, reader.person)): ReportCard {
  const { person, now, signer } = reader
  const content = seesContent(sight, row.privacy)
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    categoryCode: row.categoryCode,
    categoryName: row.categoryName,
    privacy: row.privacy,
    areaName: row.areaName,
    compoundCode: row.compoundCode,
    compoundName: row.compoundName,
    building: row.building,
    floor: content ? row.floor : null,
    spot: content ? row.spot : null,
    location: locationOf(row, content),
    text: content ? row.text : null,
    coverUrl: content && row.coverPhotoId ? signer.url(row.coverPhotoId, 'thumb', now) : null,
    createdAt: row.createdAt,
    dueAt: row.dueAt,
    closeDueAt: row.closeDueAt,
    handledAt: row.handledAt,
    closedAt: row.closedAt,
    suspendedUntil: row.suspendedUntil,
    overdue: row.overdueAt !== null,
    supervised: row.supervisedAt !== null,
    supporters: row.supporters,
    lead: { code: row.leadCode, kind: row.leadKind, name: row.leadName },
    acceptedBy: sight === 'neighbour' ? null : row.acceptedByName,
    mine: row.reporterId === person.personId,
    supported: row.supported,
    followed: row.followed,
    stars: row.stars,
  }
}

/** To those who may not see the content, a place to some hundred metres. */
function locationOf({ lng, lat }: CardRow, content: boolean): ReportCard['location'] {
  if (lng === null || lat === null) return null
  return content ? { lng, lat } : { lng: Number(lng.toFixed(3)), lat: Number(lat.toFixed(3)) }
}

/** Neighbours see the pictures of the report and of its handling, but not those of what staff say to each other. */
const publicPhotos = new Set(['report', 'handle'])

export function reportOf(row: ReportRow, reader: Reader, sight = sightOf(row, reader.person)): Report {
  const { person, now, signer } = reader
  const held = capacitiesOf(row, person)
  const mine = held.has('reporter')
  const photos = seesContent(sight, row.privacy) ? row.photos : []
  return {
    ...cardOf(row, reader, sight),
    happenedAt: row.happenedAt,
    anonymous: row.anonymous,
    helpers: [...row.helpers] as Static<typeof UnitRef>[],
    photos: photos
      .filter(({ kind }) => sight !== 'neighbour' || publicPhotos.has(kind))
      .map((photo) => ({ ...signer.photo(photo, now), eventSeq: photo.eventSeq })),
    actions: actionsFor(row, { personId: person.personId, held }, now),
    mayRate: mine && row.state === 'closed' && row.stars === null,
    maySupport: maySupport(row, person),
    mayContact: mayContact(held) && !row.anonymous,
    ratingText: sight === 'neighbour' ? null : row.ratingText,
    mergedInto: row.mergedInto && row.mergedNumber && opensMerged(sight, row) ? { id: row.mergedInto, number: row.mergedNumber } : null,
  }
}

/** A report goes into one of the same kind of privacy: what neighbours may not see, the reporter of another may not see either. */
const opensMerged = (sight: Sight, { privacy }: ReportRow) => sight === 'staff' || isShared(privacy)

const maySupport = (row: ReportRow, { personId, townCode }: Person) =>
  isPublic(row) && row.endedAt === null && !row.supported && row.reporterId !== personId && row.townCode === townCode

/** The events as the reader may know them. Of a report that was merged into this one, a resident is a neighbour. */
export function eventsOf(rows: readonly EventRow[], report: ReportRow, { person }: Reader): ReportEvent[] {
  const sight = sightOf(report, person)
  return rows.map((row) => {
    const near = row.source && sight === 'reporter' ? 'neighbour' : sight
    const { seq, at, kind, from, to, source, digest } = row
    return {
      seq,
      at,
      kind,
      from,
      to,
      actor: actorWords(row, person.personId, near),
      note: near === 'neighbour' && row.actorId !== person.personId ? null : row.note,
      target: targetWords(row),
      source,
      digest,
    }
  })
}

export function targetWords({ kind, target }: Pick<EventRow, 'kind' | 'target'>): string | null {
  if (!target) return null
  if (kind === 'suspend') return timeWords(target)
  return kind === 'rate' ? `${target} 星` : target
}
