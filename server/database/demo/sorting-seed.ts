import { shanghaiDay } from '../../shared/shanghai'
import type { Db } from '../connect'
import { compoundRows } from './place-rows'

/** As the city's guide has it: three to four hours a day, when people leave and when they come home. Invented for the demo, as the places are. */
const usual = [
  { from: '06:30', until: '08:30' },
  { from: '17:30', until: '20:30' },
]

/** Gives the demo compounds the hours and places of their drop-off, with New Year's Day unlike the others; does nothing where some are already. */
export async function seedSorting(tx: Db, now: Date): Promise<void> {
  if (await tx.selectFrom('sorting_drop_offs').select('compound_code').limit(1).executeTakeFirst()) return
  const newYear = `${Number(shanghaiDay(now).slice(0, 4)) + 1}-01-01`
  const exceptions = JSON.stringify([{ day: newYear, hours: [{ from: '06:30', until: '20:30' }], note: '元旦全天开放' }])
  await tx
    .insertInto('sorting_drop_offs')
    .values(
      compoundRows.map(({ town_code, code, lng, lat, buildings }) => ({
        ...{ town_code, compound_code: code, exceptions, note: null, changed_at: now.toISOString() },
        places: JSON.stringify(placesOf({ lng, lat }, (buildings ?? 0) > 20)),
      })),
    )
    .execute()
}

const placesOf = ({ lng, lat }: { readonly lng: number; readonly lat: number }, isLarge: boolean) => [
  { name: isLarge ? '北门垃圾厢房' : '垃圾厢房', location: { lng, lat }, hours: usual },
  ...(isLarge ? [{ name: '南门误时投放点', location: null, hours: [{ from: '00:00', until: '24:00' }] }] : []),
]
