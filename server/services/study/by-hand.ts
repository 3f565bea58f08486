import type { Db } from '../../database/connect'
import type { Identity } from '../../plugins/auth'
import { logAccess } from '../../shared/access-log'
import { tell } from '../../shared/inbox'
import { shanghaiDay } from '../../shared/shanghai'
import { checkIn } from './check-in'
import type { CheckInRow } from './queries-lists'
import { findTownsman, findTownsmen, type Townsman } from './queries-people'
import type { SiteRow } from './queries-sites'
import { noSuchPerson, ownCheckIn, wayClosed } from './refusals'

/** A host at a site of theirs. */
export interface Post {
  readonly site: SiteRow
  readonly host: Identity
  readonly now: Date
}

/** People of the town by the beginning of their nickname; that the host saw them is written down. */
export async function lookFor(tx: Db, { site, host, now }: Post, q: string): Promise<Townsman[]> {
  const found = await findTownsmen(tx, site, shanghaiDay(now), q)
  for (const { id } of found) {
    const access = { townCode: site.townCode, readerId: host.personId, subjectId: id, what: 'study-search', matter: site.id }
    await logAccess(tx, access, now)
  }
  return found
}

/** Checks somebody of the town in by the host's hand, and tells them. Throws 404 when there is nobody like that, 403 when it is the host. */
export async function checkInByHand(tx: Db, { site, host, now }: Post, personId: string, minutes: number | null): Promise<CheckInRow> {
  if (!site.ways.includes('host')) throw wayClosed()
  if (personId === host.personId) throw ownCheckIn()
  const guest = await findTownsman(tx, site, shanghaiDay(now), personId)
  if (!guest) throw noSuchPerson()
  const bare = { step: null, fix: undefined, device: null, thought: null, photoIds: [], keptMs: 0 }
  const { row } = await checkIn(
    tx,
    { ...bare, site, personId, nickname: guest.nickname, way: 'host', at: now, hostId: host.personId, minutes },
    now,
  )
  const body = `${host.nickname}在${site.name}帮您打了卡${row.state === 'counted' ? `，得 ${row.points} 分` : '，还要请别人核实一下'}。`
  await tell(tx, now, [personId], { title: '打卡了', body, link: '/pages/study/path/index' })
  return row
}
