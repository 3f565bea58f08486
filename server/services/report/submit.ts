import type { Db } from '../../database/connect'
import { Refusal } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { newId } from '../../shared/id'
import { type TakenPhoto, takePhotos } from '../../shared/photos'
import { asStored, shanghaiDay } from '../../shared/shanghai'
import { digestOf, genesis, newSalt } from './chain'
import { limitsFrom } from './clock'
import type { Draft } from './draft'
import { lettersOfNew } from './letters'
import type { ReportRow } from './queries'
import { insertReport, type NewReport } from './queries-submit'

export interface Sending {
  readonly person: Identity & { readonly townCode: string }
  readonly draft: Draft
  readonly now: Date
  readonly reportsPerDay: number
}

/** Writes a new report with its first event, numbers it and tells who is to know. Throws when the person's day is full. */
export async function submit(tx: Db, { person, draft, now, reportsPerDay }: Sending): Promise<ReportRow> {
  const id = newId()
  const photos = await takePhotos(tx, person.personId, draft.photoIds, `report ${id}`, now)
  const salt = newSalt()
  const report = newReport(id, person, draft, photos, salt, now)
  const numbering = { prefix: draft.prefix, day: shanghaiDay(now), reportsPerDay }
  // The database gives the number; until then the id stands for it.
  const letters = lettersOfNew({ ...report, number: id }, person.personId, draft.lead.name, draft.staff)
  const number = await insertReport(tx, { ...report, salt }, photos, numbering, letters)
  if (!number) throw new Refusal(429, 'report-too-many', `今天已经上报 ${reportsPerDay} 件，请明天再来。紧急情况请打 110、119 或 120。`)
  return { ...report, number }
}

/** The row as it will read, so that it need not be read again while the month's counter is held. */
function newReport(
  id: string,
  person: Sending['person'],
  draft: Draft,
  photos: readonly TakenPhoto[],
  salt: string,
  now: Date,
): Omit<NewReport, 'salt'> {
  const { category, compound, location, lead, gridCode, cell, isLead } = draft
  const limits = limitsFrom(now, category.limitMinutes)
  return {
    ...untouched,
    dueAt: asStored(limits.dueAt),
    closeDueAt: asStored(limits.closeDueAt),
    clockAt: asStored(limits.dueAt),
    id,
    townCode: person.townCode,
    reporterId: person.personId,
    anonymous: draft.anonymous,
    categoryCode: draft.categoryCode,
    categoryName: category.name,
    groupCode: category.groupCode,
    privacy: category.privacy,
    evidence: category.evidence,
    limitMinutes: category.limitMinutes,
    text: draft.text,
    areaCode: compound.areaCode,
    areaName: compound.areaName,
    compoundCode: draft.compoundCode,
    compoundName: compound.name,
    building: draft.building,
    floor: draft.floor,
    spot: draft.spot,
    lng: location?.lng ?? null,
    lat: location?.lat ?? null,
    cell,
    coverPhotoId: photos[0]?.id ?? null,
    happenedAt: asStored(draft.happenedAt),
    createdAt: asStored(now.toISOString()),
    gridCode,
    leadCode: lead.code,
    leadKind: lead.kind,
    leadName: lead.name,
    isLead,
    lastSeq: 1,
    lastDigest: firstDigest(id, person.personId, draft.text, photos, salt, now),
    photos: photos.map((photo) => ({ ...photo, eventSeq: 1, kind: 'report' })),
  }
}

const untouched = {
  state: 'submitted',
  acceptedById: null,
  acceptedByName: null,
  handledById: null,
  handledAt: null,
  closedAt: null,
  endedAt: null,
  suspendedAt: null,
  suspendedUntil: null,
  suspendedFrom: null,
  overdueAt: null,
  supervisedAt: null,
  reopenedCount: 0,
  mergedInto: null,
  mergedNumber: null,
  supporters: 0,
  supported: false,
  followed: false,
  stars: null,
  ratingText: null,
  helper: null,
  helpers: [],
} as const

function firstDigest(reportId: string, personId: string, text: string, photos: readonly TakenPhoto[], salt: string, now: Date): string {
  return digestOf({
    reportId,
    seq: 1,
    at: now.toISOString(),
    kind: 'report',
    from: null,
    to: 'submitted',
    actorId: personId,
    actorAs: 'reporter',
    note: text,
    target: null,
    photos: photos.map((photo) => photo.digest),
    previous: genesis,
    salt,
  })
}
