import type { BoardEdition } from '../../../contract/board'
import type { PublishedEdition } from './queries-editions'
import type { UnitCodes } from './unit-code'

/** A period that is out, by its revisions (one at least), newest first. */
export function editionOf(revisions: readonly PublishedEdition[], codes: UnitCodes): BoardEdition {
  const { period, revision, publishedAt, ranked, apart } = revisions[0] as PublishedEdition
  const corrections = revisions.flatMap(({ revision, definition, publishedAt, reason, changes, changedUnits }) => {
    if (reason === null || changes === null || changedUnits === null) return []
    const outward = changes.map((change) => ({ ...change, unitCode: codes.outward(definition.unitKind, change.unitCode) }))
    return [{ revision, publishedAt, reason, changes: outward, changed: changedUnits }]
  })
  return { period, state: 'published', revision, at: publishedAt, ranked, apart, corrections }
}
