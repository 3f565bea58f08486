import type { Db } from '../../database/connect'
import type { Job } from '../../shared/jobs'
import { findDue, lockDue } from './queries-clock'
import { record } from './record'
import { type Standing, standingAfter } from './standing'

/** Flags what is past its limit, and ends suspensions. Each report in a transaction of its own, each once, whoever else is at it. */
export const reportClock: Job = {
  name: 'report-clock',
  everySeconds: 15,
  async run(db, now) {
    const failures: unknown[] = []
    for (const due of await findDue(db, now)) {
      // One report that cannot be dealt with must not hold up the others.
      await db
        .transaction()
        .execute((tx) => strike(tx, due, now))
        .catch((error) => failures.push(error))
    }
    if (failures.length > 0) throw new AggregateError(failures, `report-clock: ${failures.length} reports failed`)
  },
}

async function strike(tx: Db, due: { townCode: string; id: string }, now: Date): Promise<void> {
  const report = await lockDue(tx, due, now)
  if (!report) return
  const bySystem = { actorId: null, actorAs: 'system' }
  if (report.state !== 'suspended') {
    const standing: Standing = { ...report, overdueAt: now.toISOString() }
    return record(tx, report, standing, { kind: 'overdue', ...bySystem }, now)
  }
  const step = { now, actorId: null, gridCode: report.gridCode, limitMinutes: report.limitMinutes }
  return record(tx, report, standingAfter(report, { action: 'resume', to: 'before' }, step), { kind: 'resume', ...bySystem }, now)
}
