import type { DropOff } from '../../../contract/sorting'
import { wordsOrNull } from '../../shared/text'
import { dayAfter } from '../../shared/times'
import { dayTooFar, dayTwice, namelessPlace, wrongHours } from './refusals'

export type WrittenDropOff = Pick<DropOff, 'places' | 'exceptions' | 'note'>
type Span = DropOff['places'][number]['hours'][number]

const daysAhead = 366

/** What somebody wrote, tidied: hours and days in order, days gone by left out. Throws 422 when it cannot be. */
export function readDropOff({ places, exceptions, note }: WrittenDropOff, today: string): WrittenDropOff {
  return {
    places: places.map((place, at) => {
      const name = wordsOrNull(place.name)
      if (name === null) throw namelessPlace(`body/places/${at}/name`)
      return { name, location: place.location, hours: readHours(place.hours, `body/places/${at}/hours`) }
    }),
    exceptions: readExceptions(exceptions, today),
    note: wordsOrNull(note),
  }
}

function readExceptions(exceptions: DropOff['exceptions'], today: string): DropOff['exceptions'] {
  const last = dayAfter(today, daysAhead)
  exceptions.forEach(({ day }, at) => {
    if (day > last) throw dayTooFar(day, `body/exceptions/${at}/day`)
    if (exceptions.findIndex((other) => other.day === day) < at) throw dayTwice(day, `body/exceptions/${at}/day`)
  })
  return exceptions
    .map(({ day, hours, note }, at) => ({ day, hours: readHours(hours, `body/exceptions/${at}/hours`), note: wordsOrNull(note) }))
    .filter(({ day }) => day >= today)
    .sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Spans in order; times of one length sort as they follow each other. */
function readHours(hours: readonly Span[], path: string): Span[] {
  const sorted = [...hours].sort((one, other) => (one.from < other.from ? -1 : 1))
  const fits = sorted.every(({ from, until }, at) => from < until && until <= '24:00' && from >= (sorted[at - 1]?.until ?? ''))
  if (!fits) throw wrongHours(path)
  return sorted
}
