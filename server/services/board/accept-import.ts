import type { boardFileCalls, ImportState } from '../../../contract/board'
import type { ReplyOf } from '../../../contract/call'
import type { Db } from '../../database/connect'
import type { Refusal } from '../../errors'
import { getBoard, type Staff } from './access'
import { getImport } from './import-file'
import { getOpenDraft } from './open-draft'
import { addEvent } from './queries-drafts'
import { findPeriods, type ImportRow, moveStaged, setKept } from './queries-imports'
import { importKept, importOutdated, importReading, importRefused } from './refusals'

const notReady: Readonly<Record<Exclude<ImportState, 'ready'>, () => Refusal>> = {
  reading: importReading,
  refused: importRefused,
  kept: importKept,
}

/** Throws 409 unless all of the file was read, nothing in it is wrong, and it has not been kept. */
export function mustBeReady({ state }: ImportRow): void {
  if (state !== 'ready') throw notReady[state]()
}

/**
 * Keeps the figures of a file in the drafts of their periods, in place of what those have of the same units. Throws 409 when somebody
 * reviews one of them, the board has been written anew, or the file was kept already.
 */
export async function acceptImport(
  tx: Db,
  staff: Staff,
  code: string,
  id: string,
): Promise<ReplyOf<(typeof boardFileCalls)['POST /boards/:code/imports/:id/acceptance']>> {
  const { facts, version } = await getBoard(tx, staff.townCode, code)
  const found = await getImport(tx, staff, code, id, true)
  mustBeReady(found)
  if (found.boardVersion !== version) throw importOutdated()
  const drafts: { period: string; revision: number }[] = []
  for (const { period } of await findPeriods(tx, found)) {
    const draft = await getOpenDraft(tx, staff, facts, period)
    await moveStaged(tx, found, { period, editionId: draft.id, personId: staff.personId }, staff.now)
    await addEvent(tx, draft, { kind: 'imported', actorId: staff.personId }, staff.now)
    drafts.push({ period, revision: draft.revision })
  }
  await setKept(tx, found)
  return { drafts }
}
