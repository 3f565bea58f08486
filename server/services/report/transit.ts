import type { Action } from '../../../contract/report'
import type { Db } from '../../database/connect'
import { conflict, forbidden, type Refusal } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { takePhotos } from '../../shared/photos'
import { wordsOrNull } from '../../shared/text'
import { lockReport } from './access'
import { type Carried, carry, type TransitionBody } from './carry'
import { findReport, type ReportRow } from './queries'
import { moveSupporters, setHelpers, setHelpersEnded } from './queries-people'
import { record } from './record'
import { type Obstacle, weigh } from './rules'
import { actingAs, capacitiesOf, isShared, type Sight, sightOf } from './sight'
import { type Standing, standingAfter } from './standing'
import { stateWords } from './words'

export interface Transited {
  readonly row: ReportRow
  /** What the person could see of the report before: who gives a matter away has still seen it. */
  readonly sight: Sight
}

/** Does one of the actions of the table. Throws the refusal when the table, or what comes along, does not allow it. */
export async function transit(tx: Db, id: string, body: TransitionBody, person: Identity, now: Date): Promise<Transited> {
  const report = await lockReport(tx, id, person, body.into ? [body.into] : [])
  const actor = { personId: person.personId, held: capacitiesOf(report, person) }
  const transition = weigh(body.action, report, actor, now)
  if (typeof transition === 'string') throw refusals[transition](report, person)
  const carried = await carry(tx, transition, report, body, person, now)
  const photos = await takePhotos(tx, person.personId, body.photoIds ?? [], `report ${report.id}`, now)
  const step = { now, actorId: person.personId, gridCode: report.gridCode, limitMinutes: report.limitMinutes, ...carried }
  const standing = standingAfter(report, transition, step)
  const actorAs = actingAs(report, person, transition.by)
  const note = wordsOrNull(body.note)
  const actedBy = { actorId: person.personId, actorAs, note }
  await applyAside(tx, body.action, report, standing, carried)
  await record(tx, report, standing, { kind: body.action, ...actedBy, target: carried.target, photos }, now, {
    nickname: person.nickname,
    shown: carried.shown,
  })
  if (carried.other) await absorb(tx, report, carried.other, actedBy, now)
  const row = (await findReport(tx, report.townCode, report.id, person)) as ReportRow
  return { row, sight: sightOf(report, person, actor.held) }
}

/** What changes beside the row. */
async function applyAside(tx: Db, action: Action, report: ReportRow, standing: Standing, { helpers }: Carried): Promise<void> {
  if (helpers) await setHelpers(tx, report, helpers)
  if (action === 'return' && report.state !== 'handled') await setHelpers(tx, report, [])
  if (standing.endedAt !== report.endedAt) await setHelpersEnded(tx, report, standing.endedAt)
}

/** The other report takes this one in, with all who stand behind it. */
async function absorb(tx: Db, report: ReportRow, other: ReportRow, actedBy: { actorId: string; actorAs: string }, now: Date) {
  const gained = await moveSupporters(tx, report, other, isShared(report.privacy), now)
  const standing = { ...other, supporters: other.supporters + gained }
  await record(tx, other, standing, { kind: 'absorb', ...actedBy, note: null, target: report.id }, now)
}

const refusals: Readonly<Record<Obstacle, (report: ReportRow, person: Identity) => Refusal>> = {
  'not-yours': () => forbidden('report-not-yours', '这件事不归您办。'),
  taken: ({ acceptedById, acceptedByName }, { personId }) =>
    conflict('report-taken', acceptedById === personId ? '您已经接单了。' : `已由${acceptedByName}接单。`),
  state: ({ state }) => conflict('report-state', `这件事现在是“${stateWords[state]}”，不能这样做，请刷新看看。`),
  'own-work': () => conflict('report-own-work', '自己处置的要由别人核查。'),
  'reopened-before': () => conflict('report-reopened-before', '每件上报只能重开一次，有新情况请重新上报。'),
  'reopen-late': () => conflict('report-reopen-late', '结案已超过 30 天，请重新上报。'),
}
