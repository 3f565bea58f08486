import { conflict } from '../../errors'
import type { Foundation } from '../../foundation'
import { checkDraft } from './draft'
import { findCategories, findSetting } from './queries-submit'
import type { ReportHandlers } from './routes'
import { submit } from './submit'
import { reportOf } from './view'

type SubmitCalls = 'GET /report-categories' | 'POST /reports'

export function submitHandlers({ settings, photoSigner: signer }: Foundation): Pick<ReportHandlers, SubmitCalls> {
  return {
    'GET /report-categories': async ({ db, person, query }) => ({
      items: await findCategories(db, query.town ?? person?.townCode ?? null),
    }),
    'POST /reports': async ({ person, body, now, write }) => {
      // A repeated request gets the row that was kept, with pictures signed anew.
      const row = await write(async (tx) => {
        const { townCode } = person
        if (!townCode) throw conflict('account-town-needed', '请先选择您住的居民区。')
        const draft = checkDraft(body, await findSetting(tx, person, body.categoryCode, body.compoundCode), now)
        return submit(tx, { person: { ...person, townCode }, draft, now, reportsPerDay: settings.REPORTS_PER_DAY })
      })
      return reportOf(row, { person, now, signer })
    },
  }
}
