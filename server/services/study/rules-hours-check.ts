import type { Span } from './rules-hours'

/** What is wrong with hours that somebody wrote: the field, and a sentence for them. */
export interface HoursFault {
  readonly field: 'weekly' | 'exceptions' | 'lights'
  readonly detail: string
}

interface Written {
  readonly weekly?: readonly (Span & { readonly weekday: number })[] | undefined
  readonly exceptions?: readonly { readonly day: string; readonly hours: readonly Span[] }[] | undefined
  readonly lights?: Span | null | undefined
}

/** The first fault of the hours: over midnight, one span in another, a day twice. */
export function hoursFault({ weekly = [], exceptions = [], lights }: Written): HoursFault | undefined {
  const inWeek = [1, 2, 3, 4, 5, 6, 7].map((weekday) => spanFault(weekly.filter((span) => span.weekday === weekday))).find(Boolean)
  if (inWeek) return { field: 'weekly', detail: inWeek }
  const onDay = exceptions.map(({ hours }) => spanFault(hours)).find(Boolean)
  if (onDay) return { field: 'exceptions', detail: onDay }
  const days = exceptions.map(({ day }) => day)
  const twice = days.find((day, at) => days.indexOf(day) < at)
  if (twice) return { field: 'exceptions', detail: `${twice} 写了两次，请合在一起。` }
  const light = lights && spanFault([lights])
  return light ? { field: 'lights', detail: light } : undefined
}

/** What is wrong with the spans of one day. */
export function spanFault(spans: readonly Span[]): string | undefined {
  if (spans.some(({ opens, closes }) => closes <= opens)) return '结束要晚于开始，不能跨过半夜；到半夜请写 24:00。'
  const sorted = [...spans].sort((a, b) => a.opens - b.opens)
  const overlaps = sorted.some(({ opens }, at) => at > 0 && opens < (sorted[at - 1] as Span).closes)
  return overlaps ? '同一天的两段时间重叠了，请改一改。' : undefined
}
