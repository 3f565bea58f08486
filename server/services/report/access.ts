import type { Db } from '../../database/connect'
import { notFound } from '../../errors'
import { findOwnTown, findReport, lockReports, type ReportRow } from './queries'
import { type Person, sightOf } from './sight'

/** The report, when the person may see it. Throws 404 when not, as if it were not there. */
export async function getReport(db: Db, id: string, person: Person): Promise<ReportRow> {
  const here = person.townCode ? await findReport(db, person.townCode, id, person) : undefined
  const row = here ?? (await findElsewhere(db, id, person))
  if (!row || sightOf(row, person) === 'none') throw notFound('report-not-found', '没有这件上报，或者您不能查看。')
  return row
}

/** What a person sent from the town they lived in before is still theirs. */
async function findElsewhere(db: Db, id: string, person: Person): Promise<ReportRow | undefined> {
  const townCode = await findOwnTown(db, person.personId, id)
  return townCode ? findReport(db, townCode, id, person) : undefined
}

/**
 * The report, locked, and others of its town with it: what is decided on them holds until the transaction ends. It is read after the
 * lock, so that whoever waited for it sees what the one before has done.
 */
export async function lockReport(tx: Db, id: string, person: Person, also: readonly string[] = []): Promise<ReportRow> {
  const locked = person.townCode ? await lockReports(tx, person.townCode, [id, ...also]) : []
  if (!locked.includes(id)) {
    const townCode = await findOwnTown(tx, person.personId, id)
    if (townCode) await lockReports(tx, townCode, [id])
  }
  return getReport(tx, id, person)
}
