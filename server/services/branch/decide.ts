import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { tell } from '../../shared/inbox'
import { ownBranches } from './access'
import { addEvents, findTotal, lockPeople, setDecision, type TotalRow } from './queries-xuexi'
import { noSuchTotal, noWord, ownTotal, tooHigh, tooLow, totalChanged, totalDecided } from './refusals'
import { boundsOf } from './rules-xuexi'
import { letterOf } from './words'

export interface Verdict {
  readonly confirmed: boolean
  /** What the secretary saw. */
  readonly total: number
  readonly note: string | null
}

/**
 * Confirms a total or sends it back, and tells the member. Throws 404 when it is none of a member of the secretary's branch, 403 when it is
 * their own, 409 when it is decided or another one by now, 422 when it does not fit what is confirmed of other months.
 */
export async function decide(tx: Db, person: Identity, id: string, verdict: Verdict, now: Date): Promise<TotalRow> {
  const branches = ownBranches(person)
  const townCode = person.townCode as string
  const find = () => findTotal(tx, townCode, branches, id)
  const seen = await find()
  if (!seen) throw noSuchTotal()
  if (seen.personId === person.personId) throw ownTotal()
  if (!verdict.confirmed && !verdict.note) throw noWord()
  await lockPeople(tx, [seen.personId])
  const row = (await find()) ?? seen
  if (row.state !== 'pending') throw totalDecided()
  if (row.total !== verdict.total) throw totalChanged()
  if (verdict.confirmed) refuseMisfit(row)
  if (!(await setDecision(tx, { id, deciderId: person.personId, ...verdict }, now))) throw totalDecided()
  const kind = verdict.confirmed ? 'confirmed' : 'returned'
  await addEvents(tx, { townCode, kind, actorId: person.personId, month: row.month, note: verdict.note }, [row], now)
  await tell(tx, now, [row.personId], letterOf(row, verdict))
  return (await find()) as TotalRow
}

/** Another month may have been confirmed since it was written. */
function refuseMisfit({ known, month, total }: TotalRow): void {
  const { least, most } = boundsOf(known, month)
  if (total < least) throw tooLow(least)
  if (total > most) throw tooHigh(most)
}
