import type { Db } from '../../database/connect'
import { tellEach } from '../../shared/inbox'
import { type Happening, lettersOf } from './letters'
import type { ReportRow } from './queries'
import { append, type NewEvent } from './queries-events'
import { findListeners } from './queries-people'
import type { Standing } from './standing'

/** For the words of the messages. */
export interface Shown {
  readonly nickname: string | null
  readonly shown: string | null
}

const silent = new Set(['support', 'absorb', 'report'])

/** Writes an event and where the report stands after it, and tells those who are to know. The report's row is locked. */
export async function record(
  tx: Db,
  report: ReportRow,
  standing: Standing,
  event: NewEvent,
  now: Date,
  { nickname, shown }: Shown = { nickname: null, shown: null },
): Promise<void> {
  await append(tx, report, standing, event, now)
  if (silent.has(event.kind)) return
  const happening = {
    kind: event.kind as Happening['kind'],
    from: report.state,
    actorId: event.actorId,
    actorAs: event.actorAs,
    note: event.note ?? null,
    nickname,
    unitName: unitNameOf(report, event.actorAs),
    target: shown,
  }
  const listeners = await findListeners(tx, report)
  await tellEach(tx, now, lettersOf({ ...report, dueAt: standing.dueAt }, happening, listeners))
}

/** The unit that somebody acted for, by its name: it led or helped. */
function unitNameOf({ leadCode, leadName, helpers }: ReportRow, actorAs: string): string | null {
  const code = actorAs.slice(actorAs.indexOf(':') + 1)
  return code === leadCode ? leadName : (helpers.find((helper) => helper.code === code)?.name ?? null)
}
