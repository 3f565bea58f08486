import type { BoardFacts } from '../../../contract/board'
import type { Db } from '../../database/connect'
import { findMeasured, type Measured } from './queries-records'
import { findUnits } from './queries-units'
import { measuredKinds } from './rules-measures'
import type { Entry } from './rules-rank'

/**
 * What the town's records say now of the units of a board in a period. A unit of which they say nothing has no entry; one of which they
 * know only some parts has those. `sample` is that of the part with the fewest behind it.
 */
export async function recordEntries(db: Db, board: BoardFacts, period: string): Promise<Entry[]> {
  const { unitKind: kind, townCode, reach } = board
  if (kind === null) return []
  const entries = new Map<string, { figures: Record<string, string>; sample: number }>()
  for (const { key, measure } of board.parts) {
    if (measure === null || !measuredKinds[measure].includes(kind)) continue
    for (const row of await findMeasured(db, measure, { townCode, kind, period })) put(entries, key, row)
  }
  const units = await findUnits(db, townCode, kind, reach)
  return units.flatMap(({ unitCode, name }) => {
    const known = entries.get(unitCode)
    return known ? [{ unitCode, name, ...known, vetoes: [], reason: null }] : []
  })
}

function put(
  entries: Map<string, { figures: Record<string, string>; sample: number }>,
  key: string,
  { unitCode, figure, sample }: Measured,
) {
  const known = entries.get(unitCode)
  entries.set(unitCode, { figures: { ...known?.figures, [key]: figure }, sample: Math.min(known?.sample ?? sample, sample) })
}
