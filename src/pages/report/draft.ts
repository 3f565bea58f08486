import { newKey } from '@/lib/key'
import type { AllCalls } from '../../../contract'
import type { Person } from '../../../contract/account'
import type { BodyOf } from '../../../contract/call'

export type ReportBody = BodyOf<AllCalls['POST /reports']>

/** A picture of a draft: where it lies on the phone, the key of its upload, and its id once it is up. */
export interface KeptPicture {
  readonly key: string
  readonly path: string
  readonly photoId: string | null
}

export interface DraftPlace {
  readonly code: string
  readonly name: string
  readonly floors: number | null
}

/** A report being written, or written and not sent yet, as kept on the phone. */
export interface Draft {
  readonly id: string
  /** Idempotency-Key of the report: one draft never becomes two reports. */
  readonly key: string
  readonly owner: string
  readonly categoryCode: string
  readonly compound: DraftPlace | null
  readonly building: string
  readonly floor: string
  readonly spot: string
  readonly location: { readonly lng: number; readonly lat: number } | null
  readonly text: string
  /** Null: at the moment of sending. */
  readonly happenedAt: string | null
  readonly anonymous: boolean
  readonly pictures: readonly KeptPicture[]
  readonly savedAt: string
  /** draft: being written; queued: to be sent as soon as it can; refused: the server said no. */
  readonly state: 'draft' | 'queued' | 'refused'
  /** What was sent without an answer: repeated word for word, so that the key finds it. */
  readonly attempt: ReportBody | null
  readonly refusal: string | null
}

/** An empty draft, its place that of the person's home. */
export function newDraft(categoryCode: string, person: Pick<Person, 'id' | 'home'>, now: Date): Draft {
  const { home } = person
  return {
    id: newKey(),
    key: newKey(),
    owner: person.id,
    categoryCode,
    compound: home?.compoundCode ? { code: home.compoundCode, name: home.compoundName ?? home.areaName, floors: null } : null,
    building: home?.building ?? '',
    floor: '',
    spot: '',
    location: null,
    text: '',
    happenedAt: null,
    anonymous: false,
    pictures: [],
    savedAt: now.toISOString(),
    state: 'draft',
    attempt: null,
    refusal: null,
  }
}

/** Whether there is anything in it worth keeping: a place alone is not. */
export const isWorthKeeping = (draft: Draft): boolean =>
  draft.pictures.length > 0 || Boolean(draft.text.trim() || draft.spot.trim()) || draft.happenedAt !== null || draft.state !== 'draft'

/** What goes over the wire; `sentAt` is when the person pressed send. */
export function bodyOf(draft: Draft, photoIds: string[], sentAt: Date): ReportBody {
  const word = (text: string) => text.trim() || null
  return {
    categoryCode: draft.categoryCode,
    text: draft.text.trim(),
    compoundCode: draft.compound?.code ?? '',
    building: word(draft.building),
    floor: word(draft.floor),
    spot: word(draft.spot),
    location: draft.location,
    photoIds,
    anonymous: draft.anonymous,
    happenedAt: draft.happenedAt ?? sentAt.toISOString(),
  }
}
