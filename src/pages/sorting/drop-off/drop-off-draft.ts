import { isDay, type Opening, spansOf, spanText } from '@/lib/spans'
import type { AllCalls } from '../../../../contract'
import type { BodyOf } from '../../../../contract/call'
import type { DropOff } from '../../../../contract/sorting'

type Body = BodyOf<AllCalls['PUT /sorting/drop-offs/:compoundCode']>
type Point = DropOff['places'][number]['location']
export const mostPlaces = 10
export const mostDays = 60
const mostSpans = 6

/** A place as it is being written; its hours as typed: 06:30-09:00 18:00-20:30. */
export interface PlaceDraft {
  readonly name: string
  readonly hours: string
  readonly location: Point
}
/** A day unlike the others; without hours: closed. */
export interface DayDraft {
  readonly day: string
  readonly hours: string
  readonly note: string
}
export interface DropOffDraft {
  readonly places: readonly PlaceDraft[]
  readonly days: readonly DayDraft[]
  readonly note: string
}

export const newPlace: PlaceDraft = { name: '', hours: '', location: null }
export const newDropOff: DropOffDraft = { places: [newPlace], days: [], note: '' }

const typed = (hours: readonly { from: string; until: string }[]): string =>
  hours.map(({ from, until }) => spanText({ opens: from, closes: until })).join(' ')

export const draftOf = ({ places, exceptions, note }: DropOff): DropOffDraft => ({
  places: places.map(({ name, hours, location }) => ({ name, hours: typed(hours), location })),
  days: exceptions.map(({ day, hours, note }) => ({ day, hours: typed(hours), note: note ?? '' })),
  note: note ?? '',
})

/** Spans that follow each other; null where one is none, two meet, or there are too many. */
function hoursOf(text: string): Opening[] | null {
  const spans = spansOf(text)?.sort((one, other) => one.opens.localeCompare(other.opens)) ?? null
  if (!spans || spans.length > mostSpans) return null
  return spans.some(({ opens }, at) => at > 0 && opens < (spans[at - 1] as Opening).closes) ? null : spans
}

/** What is wrong, by part: `place 0`, `day 2`. */
export function dropOffFaults({ places, days }: DropOffDraft): Map<string, string> {
  const faults = new Map<string, string>()
  for (const [at, { name, hours }] of places.entries()) {
    if (!name.trim()) faults.set(`place ${at}`, '请写这个投放点叫什么、在哪里。')
    else if (!hoursOf(hours)?.length) faults.set(`place ${at}`, '时间写成 06:30-09:00 18:00-20:30，两段之间空一格，不能重叠。')
    else if (places.findIndex((one) => one.name.trim() === name.trim()) < at)
      faults.set(`place ${at}`, '这个名字上面已经有了，请写得不一样。')
  }
  for (const [at, { day, hours }] of days.entries()) {
    if (!isDay(day.trim())) faults.set(`day ${at}`, '日期写成 2027-01-01。')
    else if (!hoursOf(hours)) faults.set(`day ${at}`, '时间写成 08:00-10:00；这天不开就空着。')
    else if (days.findIndex((one) => one.day.trim() === day.trim()) < at) faults.set(`day ${at}`, '这一天上面已经有了。')
  }
  return faults
}

const wired = (text: string) => (hoursOf(text) ?? []).map(({ opens, closes }) => ({ from: opens, until: closes }))
const orNull = (text: string) => text.trim() || null

/** As the wire wants it; only for a draft without faults. */
export const bodyOf = ({ places, days, note }: DropOffDraft): Body => ({
  places: places.map(({ name, hours, location }) => ({ name: name.trim(), hours: wired(hours), location })),
  exceptions: days.map(({ day, hours, note }) => ({ day: day.trim(), hours: wired(hours), note: orNull(note) })),
  note: orNull(note),
})
