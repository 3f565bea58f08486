import type { Db } from '../../database/connect'
import { conflict, forbidden } from '../../errors'
import type { Identity } from '../../plugins/auth'
import { wordsOrNull } from '../../shared/text'
import { lockReport } from './access'
import type { ReportRow } from './queries'
import { addSupporter } from './queries-people'
import { record } from './record'
import { isShared } from './sight'
import { stateWords } from './words'

/** 我也遇到: counts once a person, however often it is pressed. */
export async function support(tx: Db, id: string, person: Identity, now: Date): Promise<{ supporters: number }> {
  const { personId } = person
  const report = await lockReport(tx, id, person)
  if (report.reporterId === personId) throw conflict('report-own', '这是您自己的上报。')
  if (!isShared(report.privacy)) throw forbidden('report-not-yours', '这件事不公开，不能点“我也遇到”。')
  if (report.endedAt) throw conflict('report-state', `这件事现在是“${stateWords[report.state]}”，不能这样做，请刷新看看。`)
  if (!(await addSupporter(tx, report, personId, now))) return { supporters: report.supporters }
  const supporters = report.supporters + 1
  await record(tx, report, { ...report, supporters }, { kind: 'support', actorId: personId, actorAs: 'resident' }, now)
  return { supporters }
}

/** The reporter's stars for a closed matter, once a closing. */
export async function judge(
  tx: Db,
  id: string,
  { stars, text }: { stars: number; text?: string | null },
  person: Identity,
  now: Date,
): Promise<ReportRow> {
  const { personId, nickname } = person
  const report = await lockReport(tx, id, person)
  if (report.reporterId !== personId) throw forbidden('report-not-yours', '只有上报人可以评价。')
  if (report.state !== 'closed') throw conflict('report-state', '结案后才能评价。')
  if (report.stars !== null) throw conflict('report-rated', '您已经评价过了。')
  const ratingText = wordsOrNull(text)
  const event = { kind: 'rate', actorId: personId, actorAs: 'reporter', note: ratingText, target: String(stars) } as const
  await record(tx, report, { ...report, stars, ratingText }, event, now, { nickname, shown: `${stars} 星` })
  return { ...report, stars, ratingText }
}
