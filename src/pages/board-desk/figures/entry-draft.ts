import { kindOf } from '@/lib/periods'
import type { AllCalls } from '../../../../contract'
import type { BoardFacts, DraftRow } from '../../../../contract/board'
import type { BodyOf } from '../../../../contract/call'
import type { Photo } from '../../../../contract/photo'

type Body = BodyOf<AllCalls['PUT /boards/:code/drafts/:period/entries/:unitCode']>
/** On a board without parts the score itself is written. */
const wholeKey = 'score'

/** A unit's figures as they are typed. */
export interface EntryDraft {
  readonly figures: Readonly<Record<string, string>>
  readonly sample: string
  readonly vetoes: readonly string[]
  readonly reason: string
  readonly note: string
  readonly photos: readonly Pick<Photo, 'id' | 'thumbUrl'>[]
}

export interface Asked {
  readonly key: string
  readonly name: string
  readonly hint: string
}

/** What is to be written for a unit: the parts, or the score where there are none. */
export const askedOf = ({ parts, scoreUnit }: Pick<BoardFacts, 'parts' | 'scoreUnit'>): Asked[] =>
  parts.length === 0
    ? [{ key: wholeKey, name: `得分（${scoreUnit}）`, hint: '' }]
    : parts.map(({ key, name, full, weight }) => ({ key, name, hint: `满分 ${full}，占 ${weight}%` }))

/** Whether a smallest sample counts on the board. */
export const asksSample = ({ minimumSample }: Pick<BoardFacts, 'minimumSample'>): boolean => minimumSample > 0

export const draftOf = ({ figures, sample, vetoes, reason, note, photos }: DraftRow): EntryDraft => ({
  ...{ figures, vetoes, photos },
  sample: sample === null ? '' : String(sample),
  reason: reason ?? '',
  note: note ?? '',
})

/** Whether something is known of the unit already. */
export const isWritten = ({ figures }: Pick<EntryDraft, 'figures'>): boolean => Object.keys(figures).length > 0

export const isWhole = (text: string): boolean => /^\d{1,7}$/.test(text.trim())

/** Whether the figures come from the records or from the months: only words and pictures are written beside them. */
export const isComputed = ({ source, longPeriod }: Pick<BoardFacts, 'source' | 'longPeriod'>, period: string): boolean =>
  source === 'records' || (longPeriod === 'mean' && kindOf(period) !== 'month')

const orNull = (text: string) => text.trim() || null

/** As the wire wants it. What is wrong with a figure the server says, figure by figure. */
export const bodyOf = (draft: EntryDraft, computed: boolean): Body => ({
  figures: computed ? {} : { ...draft.figures },
  sample: computed || draft.sample.trim() === '' ? null : Number(draft.sample),
  vetoes: [...draft.vetoes],
  reason: orNull(draft.reason),
  note: orNull(draft.note),
  photoIds: draft.photos.map(({ id }) => id),
})
