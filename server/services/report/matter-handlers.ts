import { forbidden, notFound } from '../../errors'
import type { Foundation } from '../../foundation'
import { logAccess } from '../../shared/access-log'
import { getReport } from './access'
import { verify } from './evidence'
import { judge, support } from './judge'
import { findChain, findEvents } from './queries-events'
import { findContact, setFollowing } from './queries-people'
import type { ReportHandlers } from './routes'
import { capacitiesOf, mayContact } from './sight'
import { transit } from './transit'
import { eventsOf, reportOf } from './view'

type MatterCalls = Exclude<
  keyof ReportHandlers,
  'GET /report-categories' | 'POST /reports' | `GET /reports` | 'GET /reports/similar' | 'GET /reports/worklist-counts'
>

export function matterHandlers({ photoSigner: signer, photoStore, sealer }: Foundation): Pick<ReportHandlers, MatterCalls> {
  return {
    'GET /reports/:id': async ({ db, person, params, now }) => reportOf(await getReport(db, params.id, person), { person, now, signer }),
    'GET /reports/:id/events': async ({ db, person, params, now }) => {
      const report = await getReport(db, params.id, person)
      return { items: eventsOf(await findEvents(db, report), report, { person, now, signer }) }
    },
    'GET /reports/:id/evidence': async ({ db, person, params }) =>
      verify(await findChain(db, await getReport(db, params.id, person)), photoStore),
    'GET /reports/:id/contact': ({ person, params, now, write }) =>
      write(async (tx) => {
        const report = await getReport(tx, params.id, person)
        if (!mayContact(capacitiesOf(report, person))) throw forbidden('report-not-yours', '这件事不归您办。')
        if (report.anonymous) throw notFound('report-contact-none', '这是匿名上报，没有联系方式。')
        const { nickname, phoneSealed, building, roomSealed, townCode } = await findContact(tx, report.reporterId)
        const lives = townCode === report.townCode
        const access = { townCode: report.townCode, readerId: person.personId, subjectId: report.reporterId, matter: report.id }
        await logAccess(tx, { ...access, what: 'report-contact' }, now)
        // Where somebody lives who has moved to another town is no business of this one.
        const home = lives ? { building, room: roomSealed && sealer.open(roomSealed) } : { building: null, room: null }
        return { nickname, phone: phoneSealed && sealer.open(phoneSealed), ...home }
      }),
    'POST /reports/:id/transitions': async ({ person, params, body, now, write }) => {
      const { row, sight } = await write((tx) => transit(tx, params.id, body, person, now))
      return reportOf(row, { person, now, signer }, sight)
    },
    'POST /reports/:id/support': ({ person, params, now, write }) => write((tx) => support(tx, params.id, person, now)),
    'PUT /reports/:id/follow': ({ person, params, body, now, write }) =>
      write(async (tx) => {
        const report = await getReport(tx, params.id, person)
        await setFollowing(tx, report, person.personId, body.following, now)
        return { followed: body.following }
      }),
    'POST /reports/:id/rating': async ({ person, params, body, now, write }) => {
      const row = await write((tx) => judge(tx, params.id, body, person, now))
      return reportOf(row, { person, now, signer })
    },
  }
}
