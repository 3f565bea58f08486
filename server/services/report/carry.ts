import type { Static } from 'typebox'
import type { reportCalls } from '../../../contract/report'
import type { Db } from '../../database/connect'
import { unfit } from '../../errors'
import { wordsOrNull } from '../../shared/text'
import { isSuspensionEnd } from './clock'
import { findReport, type ReportRow } from './queries'
import { findUnits } from './queries-people'
import type { Need, Transition } from './rules'
import { isShared, type Person, sightOf } from './sight'
import { timeWords } from './words'

export type TransitionBody = Static<(typeof reportCalls)['POST /reports/:id/transitions']['body']>

/** What an action brings along, looked up and found to fit. */
export interface Carried {
  readonly assignee?: string
  readonly helpers?: readonly string[]
  readonly until?: string
  readonly into?: string
  readonly other?: ReportRow
  /** As the event keeps it, and as a message shows it. */
  readonly target: string | null
  readonly shown: string | null
}

export async function carry(
  tx: Db,
  { needs }: Transition,
  report: ReportRow,
  body: TransitionBody,
  person: Person,
  now: Date,
): Promise<Carried> {
  const needed = (need: Need) => needs.includes(need)
  if (needed('note') && !wordsOrNull(body.note)) throw unfit('report-note-needed', '请写明情况或原因。', 'body/note')
  if (needed('photo') && report.evidence === 'photo' && !body.photoIds?.length) {
    throw unfit('report-photo-needed', '这类问题处置后需要照片，请至少拍一张。', 'body/photoIds')
  }
  if (needed('assignee')) return carryUnits(tx, report.townCode, body)
  if (needed('until')) return carryEnd(body.until, now)
  if (needed('into')) return carryOther(tx, report, body.into, person)
  return { target: null, shown: null }
}

async function carryUnits(tx: Db, townCode: string, { assignee, helpers = [] }: TransitionBody): Promise<Carried> {
  if (!assignee) throw unfit('report-assignee-needed', '请选择派给谁。', 'body/assignee')
  const others = helpers.filter((code) => code !== assignee)
  const names = new Map((await findUnits(tx, townCode, [assignee, ...others])).map((unit) => [unit.code, unit.name]))
  if (!names.has(assignee)) throw unfit('report-unit-unknown', '本街镇没有这个单位，请重新选择。', 'body/assignee')
  if (others.some((code) => !names.has(code))) throw unfit('report-unit-unknown', '本街镇没有这个协助单位，请重新选择。', 'body/helpers')
  const codes = [assignee, ...others]
  return { assignee, helpers: others, target: codes.join(','), shown: codes.map((code) => names.get(code)).join('、') }
}

function carryEnd(until: string | undefined, now: Date): Carried {
  if (!until) throw unfit('report-until-needed', '请选择挂账到什么时候。', 'body/until')
  if (!isSuspensionEnd(until, now)) throw unfit('report-until-unfit', '挂账时间要晚于现在，最长 90 天。', 'body/until')
  const end = new Date(until).toISOString()
  return { until: end, target: end, shown: timeWords(end) }
}

/** The report that takes this one in: open, of the same kind of privacy, and one that the person handles too. */
async function carryOther(tx: Db, report: ReportRow, into: string | undefined, person: Person): Promise<Carried> {
  if (!into) throw unfit('report-into-needed', '请选择并入哪一件。', 'body/into')
  const other = await findReport(tx, report.townCode, into, person)
  if (!other || sightOf(other, person) !== 'staff') throw unfit('report-into-unknown', '没有这件上报，或者不归您管。', 'body/into')
  if (other.id === report.id) throw unfit('report-into-unfit', '不能并入它自己。', 'body/into')
  if (other.endedAt) throw unfit('report-into-unfit', '那一件已经办结，请选择还在办的。', 'body/into')
  if (isShared(other.privacy) !== isShared(report.privacy)) throw unfit('report-into-unfit', '公开的和不公开的不能合并。', 'body/into')
  return { into: other.id, other, target: other.id, shown: other.number }
}
