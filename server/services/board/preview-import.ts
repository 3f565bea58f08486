import type { BoardFacts, DraftRow } from '../../../contract/board'
import type { Db } from '../../database/connect'
import type { Staff } from './access'
import { keyOf } from './open-draft'
import { findDraft } from './queries-drafts'
import { findPublished } from './queries-editions'
import { findEntries, type ShownEntry } from './queries-entries'
import { findStaged, type ImportKey } from './queries-imports'
import { rankEntries } from './rank-draft'
import { noSuchImportPeriod } from './refusals'
import { boardFor } from './rules-edition'
import { type Shown, showRows } from './show-draft'

/** A page of the ranks that the rows of a file would give for a period, laid over what its draft has, or what is out. */
export async function previewImport(
  db: Db,
  { townCode, personId }: Staff,
  facts: BoardFacts,
  { id, period }: Pick<ImportKey, 'id'> & { readonly period: string },
  shown: Shown,
): Promise<{ items: DraftRow[]; nextCursor: string | null }> {
  const staged = await findStaged(db, { townCode, id }, period)
  if (staged.length === 0) throw noSuchImportPeriod()
  const edition = (await findDraft(db, keyOf(facts, period), personId)) ?? (await findPublished(db, townCode, facts.code, period))
  const before = edition ? await findEntries(db, { townCode, id: edition.id }) : []
  const entries = new Map<string, ShownEntry>(before.map((entry) => [entry.unitCode, entry]))
  for (const row of staged) entries.set(row.unitCode, { ...row, photos: entries.get(row.unitCode)?.photos ?? [] })
  return showRows(db, await rankEntries(db, boardFor(facts, period), period, [...entries.values()]), period, shown)
}
