import { dayAfter, dayName } from '@/lib/meal'
import { spanWords } from '@/lib/spans'
import { clockTime, dayOf } from '@/lib/time'
import type { DropOff } from '../../../contract/sorting'

type Place = DropOff['places'][number]
type Exceptions = DropOff['exceptions']
type Span = Place['hours'][number]

/** Farther than this nobody waits. */
const daysAhead = 14

/** 06:30–09:00 and 18:00–20:30, one by one; 全天; 不开放 */
export const hoursWords = (hours: readonly Span[]): string[] =>
  hours.length > 0 ? hours.map(({ from, until }) => spanWords({ opens: from, closes: until })) : ['不开放']

/** The hours of a day: those of every day, unless the day is unlike the others. */
const hoursOn = (place: Place, exceptions: Exceptions, day: string): readonly Span[] =>
  exceptions.find((exception) => exception.day === day)?.hours ?? place.hours

/** Whether one may bring something now and until when; otherwise when the next time is: 到 20:30, 明天 06:30 开. */
export function openingOf(place: Place, exceptions: Exceptions, now: number): { readonly isOpen: boolean; readonly words: string } {
  const today = dayOf(now)
  const time = clockTime(now)
  const running = hoursOn(place, exceptions, today).find(({ from, until }) => from <= time && time < until)
  if (running) {
    const allDay = running.from === '00:00' && running.until === '24:00'
    return { isOpen: true, words: allDay ? '全天' : `到 ${running.until}` }
  }
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const day = dayAfter(today, ahead)
    const starts = hoursOn(place, exceptions, day).map(({ from }) => from)
    const next = starts.filter((from) => ahead > 0 || from > time).sort()[0]
    if (next) return { isOpen: false, words: `${dayName(day, now)} ${next} 开` }
  }
  return { isOpen: false, words: '最近不开放' }
}
