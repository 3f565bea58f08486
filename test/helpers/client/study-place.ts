import { call } from '@/lib/request'
import type { CheckInResult } from '../../../contract/study'
import { somebodyElse } from './somebody-else'
import { openSite } from './study'

/** A place to check in at, open day and night, with what its screen shows. */
export interface Place {
  readonly id: string
  readonly name: string
  readonly code: string
}

/** 赵主任 opens one. */
export async function openPlace(name: string): Promise<Place> {
  const { site, screen } = await openSite({ name })
  return { id: site.id, name, code: screen }
}

/** Who holds the phone checks in there; `far`: the code was read five kilometres away. */
export function checkInAt({ code }: Place, { far = false, minutes }: { far?: boolean; minutes?: number } = {}): Promise<CheckInResult> {
  const location = far ? { lng: 121.3083, lat: 31.1867 + 5000 / 111_195, accuracy: 20 } : null
  return call('POST /check-ins', { body: { code, location, minutes: minutes ?? null }, key: `check-in-${Math.random()}` })
}

/** 赵主任 looks at a doubtful one. */
export async function decideOn(id: string, counts: boolean, note: string): Promise<void> {
  const { call: zhao } = await somebodyElse('admin')
  await zhao('POST /check-ins/:id/decisions', { params: { id }, body: { counts, note }, key: `decision-${id}` })
}
