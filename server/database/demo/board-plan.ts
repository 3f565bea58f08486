import type { BoardFacts, PeriodKind } from '../../../contract/board'
import { previousPeriod, runningPeriod } from '../../services/board/rules-period'
import { boardFacts, propertyBoard } from './board-facts'
import { towns } from './towns'

const xinhong = '310112008'

/** The board of 爱博四村's line. */
export const isLookedAtMost = ({ townCode, code }: Pick<BoardFacts, 'townCode' | 'code'>): boolean =>
  townCode === xinhong && code === 'GARB.RA.TOP'

/** 新虹 ranks the areas of both towns, 虹桥镇 its own; all else stays in the town. */
const reachOf = (townCode: string, code: string) => (isLookedAtMost({ townCode, code }) ? 'district' : 'town')

/** The boards of a demo town, groups first. */
export const boardsOf = (town: string): BoardFacts[] =>
  [...boardFacts, ...(town === xinhong ? [propertyBoard] : [])].map((fact) => ({
    ...{ townCode: town, reach: reachOf(town, fact.code) },
    ...fact,
  }))

export const allBoards: readonly BoardFacts[] = towns.flatMap(({ code }) => boardsOf(code))

/** How many periods are out: a year of sorting in 新虹 and of all areas, and of the rest as many as show what has changed. */
export function periodsOut({ townCode, code, periodKinds }: BoardFacts): number {
  if (code === 'GARB.RA.TOP' || (code.startsWith('GARB.') && townCode === xinhong)) return 12
  return periodKinds[0] === 'quarter' ? 4 : 3
}

/** 小沈 is still at it: what 新虹 has of the last month is a draft. */
export const isDraft = ({ townCode, code }: BoardFacts, back: number): boolean => townCode === xinhong && code === 'ECON' && back === 0

/** The period so many before the last that is over. */
export function periodBack(kind: PeriodKind, now: Date, back: number): string {
  let period = previousPeriod(runningPeriod(kind, now))
  for (let at = 0; at < back; at++) period = previousPeriod(period)
  return period
}
