import type { BoardFacts, PeriodKind, RankedKind } from '../../../contract/board'
import { spanOf } from '../../services/board/rules-period'
import { type Before, type Entry, type RankedRow, rankBoard } from '../../services/board/rules-rank'
import { newId } from '../../shared/id'
import { days, minutes } from '../../shared/shanghai'
import { figureMakers } from './board-figures'
import { isDraft, periodBack, periodsOut } from './board-plan'
import { type RankedFact, rankedFacts } from './board-ranked'
import { mended, told } from './board-tale'

/** A period of a board, with what was entered and how it came out. */
export interface DemoEdition {
  readonly id: string
  readonly board: BoardFacts
  readonly period: string
  readonly revision: number
  readonly isDraft: boolean
  /** When it was published, or last worked at. */
  readonly at: Date
  readonly entries: readonly Entry[]
  readonly rows: readonly RankedRow[]
  /** Why the revision before was corrected. */
  readonly reason: string | null
}

/** Figures come out on the fifth after the end of a period, a correction on the tenth; what is to come is of today. */
const outAfter = [days(4) + minutes(10 * 60), days(9) + minutes(15 * 60)] as const

/** A period as it is published for the first time, but for what is given. */
export function editionAt(
  board: BoardFacts,
  period: string,
  now: Date,
  given: Pick<DemoEdition, 'entries' | 'rows'> & Partial<DemoEdition>,
): DemoEdition {
  const until = spanOf(period).until.getTime()
  const after = given.revision === 2 ? outAfter[1] : outAfter[0]
  const at = new Date(Math.min(until + after, now.getTime()))
  return { id: newId(), board, period, revision: 1, isDraft: false, at, reason: null, ...given }
}

/** The editions of a board, oldest first, each ranked as it would be when it is published. */
export function editionsOf(board: BoardFacts, now: Date): DemoEdition[] {
  const units = rankedFacts(board.townCode, board.unitKind as RankedKind, board.reach === 'town' ? 'town' : 'district')
  if (units.length === 0) return []
  const made: DemoEdition[] = []
  // One period more than is out: what the first is compared with.
  let before: ReadonlyMap<string, Before> = new Map()
  for (let back = periodsOut(board); back >= 0; back--) {
    const out = revisionsOf(board, units, back, before, now)
    before = new Map((out.at(-1) as DemoEdition).rows.map((row) => [row.unitCode, row]))
    if (back < periodsOut(board)) made.push(...out)
  }
  return made
}

/** A period of a board: its first edition, and the correction where there is one. */
function revisionsOf(
  board: BoardFacts,
  units: readonly RankedFact[],
  back: number,
  before: ReadonlyMap<string, Before>,
  now: Date,
): DemoEdition[] {
  const entries = told(board, entriesOf(board, units, back), back)
  const correction = mended(board, entries, back)
  const period = periodBack(board.periodKinds[0] as PeriodKind, now, back)
  const edition = (entries: readonly Entry[], more: Partial<DemoEdition>) =>
    editionAt(board, period, now, { entries, rows: rankBoard(board, entries, units, before), ...more })
  const first = edition(entries, { isDraft: isDraft(board, back) })
  return correction ? [first, edition(correction.entries, { revision: 2, reason: correction.reason })] : [first]
}

/** Made by the board's own maker, or its group's. */
function entriesOf({ code }: BoardFacts, units: readonly RankedFact[], back: number): Entry[] {
  const make = figureMakers[code] ?? figureMakers[code.split('.')[0] as string]
  return units.flatMap(({ unitCode, name }) => {
    const made = make?.(unitCode, back)
    return made ? [{ unitCode, name, ...made, vetoes: [], reason: null }] : []
  })
}
