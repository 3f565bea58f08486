import { createHash } from 'node:crypto'
import type { Correction } from '../../../contract/board'
import type { RankedRow } from '../../services/board/rules-rank'
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

/** An edition as it is kept; `first` is the one it corrects. */
export function editionRow(edition: DemoEdition, first: DemoEdition | undefined) {
  const { id, board, period, revision, state, at, rows, reason } = edition
  const { editor, reviewer } = staffOf(board.townCode)
  const common = {
    ...{ town_code: board.townCode, board_code: board.code, period, revision, id, state, reason },
    ...{ opened_by: editor, opened_at: before(at, 120), changed_at: at.toISOString() },
  }
  if (state === 'draft') return common
  const changes = first ? changesOf(first.rows, rows) : null
  const ranked = rows.filter(({ standing }) => standing === 'ranked').length
  return {
    ...common,
    ...{ definition: board, submitted_by: editor, submitted_at: before(at, 60), published_by: reviewer, published_at: at.toISOString() },
    ...{ ranked, apart: rows.length - ranked, digest: digestOf(edition) },
    ...{ changes: changes?.slice(0, 50) ?? null, changed_units: changes?.length ?? null },
  }
}

const digestOf = ({ board, entries, rows }: DemoEdition) =>
  createHash('sha256').update(JSON.stringify({ board, entries, rows })).digest('hex')

const placed = (row: RankedRow | undefined) => (row ? { rank: row.rank, score: row.score } : null)

function changesOf(from: readonly RankedRow[], to: readonly RankedRow[]): Correction['changes'] {
  const earlier = new Map(from.map((row) => [row.unitCode, row]))
  return to
    .map((row) => ({ unitCode: row.unitCode, name: row.name, from: placed(earlier.get(row.unitCode)), to: placed(row) }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to))
}

/** Who did what to an edition. */
export function eventRows({ id, board, state, at }: DemoEdition) {
  const { editor, reviewer } = staffOf(board.townCode)
  const event = (kind: string, actor_id: string | null, minutesBefore: number) => ({
    ...{ town_code: board.townCode, id: newId(), edition_id: id, kind, actor_id, at: before(at, minutesBefore) },
  })
  return [
    event('opened', editor, 120),
    event('imported', editor, 90),
    ...(state === 'published' ? [event('submitted', editor, 60), event('published', reviewer, 0)] : []),
  ]
}

export const entryRows = ({ id, board, at, entries }: DemoEdition) =>
  entries.map(({ unitCode, figures, sample, vetoes, reason }) => ({
    ...{ town_code: board.townCode, edition_id: id, unit_code: unitCode, figures, sample, vetoes, reason },
    ...{ entered_by: staffOf(board.townCode).editor, entered_at: before(at, 90) },
  }))

/** The published rows; `spelt` tells how a unit's name is typed. */
export const rankRows = ({ id, board, rows }: DemoEdition, spelt: ReadonlyMap<string, RankedFact>) =>
  rows.map(({ unitCode, rankChange, ...row }) => {
    const { pinyin, initials } = spelt.get(unitCode) as RankedFact
    return { town_code: board.townCode, edition_id: id, unit_code: unitCode, rank_change: rankChange, pinyin, initials, ...row }
  })
