import { changesOf } from '../../services/board/rules-changes'
import { digestOf } from '../../services/board/rules-digest'
import { newId } from '../../shared/id'
import { minutes } from '../../shared/shanghai'
import type { DemoEdition } from './board-editions'
import type { RankedFact } from './board-ranked'
import { people } from './people'
import { personId } from './person-rows'

/** Who works on the boards of a town; nobody where the demo has no such person. */
function staffOf(town: string): { editor: string | null; reviewer: string | null } {
  const of = (persona: 'board_editor' | 'board_reviewer') =>
    people.some(([known, fact]) => known === persona && fact.town === town) ? personId(persona) : null
  return { editor: of('board_editor'), reviewer: of('board_reviewer') }
}

const before = (at: Date, minutesBefore: number) => new Date(at.getTime() - minutes(minutesBefore)).toISOString()

/** An edition before it is published: then it can still take figures and rows. */
export function editionRow(edition: DemoEdition) {
  const { id, board, period, revision, isDraft, at, rows, reason } = edition
  const { editor } = staffOf(board.townCode)
  const common = {
    ...{ town_code: board.townCode, board_code: board.code, period, revision, id, reason },
    ...{ state: isDraft ? 'draft' : 'in_review', opened_by: editor, opened_at: before(at, 120), changed_at: at.toISOString() },
  }
  if (isDraft) return common
  const entries = edition.entries.map((entry) => ({ ...entry, note: null, photos: [] }))
  return {
    ...{ ...common, definition: board, submitted_by: editor, submitted_at: before(at, 60) },
    digest: digestOf({ period, revision, board, entries, rows }),
  }
}

/** What publishing adds; `first` is the edition that it corrects. */
export function publicationOf({ id, board, at, rows }: DemoEdition, first: DemoEdition | undefined) {
  const changes = first ? changesOf(first.rows, rows) : null
  const ranked = rows.filter(({ standing }) => standing === 'ranked').length
  return {
    ...{ id, published_at: at.toISOString(), published_by: staffOf(board.townCode).reviewer, ranked, apart: rows.length - ranked },
    ...{ changes: changes?.slice(0, 50) ?? null, changed_units: changes?.length ?? null },
  }
}

/** Who did what to an edition. */
export function eventRows({ id, board, isDraft, at }: DemoEdition) {
  const { editor, reviewer } = staffOf(board.townCode)
  const event = (kind: string, actor_id: string | null, minutesBefore: number) => ({
    ...{ town_code: board.townCode, id: newId(), edition_id: id, kind, actor_id, at: before(at, minutesBefore) },
  })
  return [
    event('opened', editor, 120),
    event('imported', editor, 90),
    ...(isDraft ? [] : [event('submitted', editor, 60), event('published', reviewer, 0)]),
  ]
}

export const entryRows = ({ id, board, at, entries }: DemoEdition) =>
  entries.map(({ unitCode, figures, sample, vetoes, reason }) => ({
    ...{ town_code: board.townCode, edition_id: id, unit_code: unitCode, figures, sample, vetoes, reason },
    ...{ entered_by: staffOf(board.townCode).editor, entered_at: before(at, 90) },
  }))

/** The rows as they stand on the board; `spelt` tells how a unit's name is typed. */
export const rankRows = ({ id, board, rows }: DemoEdition, spelt: ReadonlyMap<string, RankedFact>) =>
  rows.map(({ unitCode, rankChange, ...row }) => {
    const { pinyin, initials } = spelt.get(unitCode) as RankedFact
    return { town_code: board.townCode, edition_id: id, unit_code: unitCode, rank_change: rankChange, pinyin, initials, ...row }
  })
