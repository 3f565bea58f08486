import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { tell } from '../../shared/inbox'
import { dayWords } from '../../shared/times'
import { inSight, sightOf } from './access'
import { settle } from './check-in'
import { lockPerson, setDecision } from './queries-check-in'
import { type CheckInRow, findCheckIn } from './queries-lists'
import { decided, noSuchCheckIn, notDoubtful, ownCheckIn } from './refusals'

export interface Verdict {
  readonly counts: boolean
  readonly note: string | null
}

/**
 * Lets a doubtful check-in count, or not, and tells the person. Throws 404 when it is not in sight, 403 when it is one's own or was by
 * one's own hand, 409 when it is decided.
 */
export async function decide(tx: Db, person: Identity, id: string, verdict: Verdict, now: Date): Promise<CheckInRow> {
  const before = await findCheckIn(tx, id)
  if (!before) throw noSuchCheckIn()
  if (before.personId === person.personId) throw ownCheckIn()
  if (!(await inSight(tx, sightOf(person), before))) throw noSuchCheckIn()
  if (before.hostId === person.personId) throw ownCheckIn()
  await lockPerson(tx, before.personId)
  const isFirst = await setDecision(tx, { id, deciderId: person.personId, ...verdict }, now)
  if (!isFirst) throw before.state === 'counted' && before.decidedAt === null ? notDoubtful() : decided()
  const { row } = await settle(tx, (await findCheckIn(tx, id)) as CheckInRow, true, now)
  await tell(tx, now, [row.personId], letterOf(row, verdict))
  return row
}

function letterOf({ siteName, day, points }: CheckInRow, { counts, note }: Verdict) {
  const what = `${dayWords(day)}在${siteName}的打卡`
  const worth = points > 0 ? `，得 ${points} 分` : ''
  const body = counts ? `${what}核实了，算数${worth}。` : `${what}看过了，这次不算。下次到现场再打一次就行。`
  return { title: counts ? '打卡算数了' : '打卡没有算', body: note ? `${body}留言：${note}` : body, link: '/pages/study/path/index' }
}
