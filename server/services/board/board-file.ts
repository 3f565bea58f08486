import type { BoardFacts } from '../../../contract/board'
import { csvText } from '../../shared/csv-text'
import type { Placing } from './page-view'
import type { UnitCodes } from './unit-code'

const standingWords: Readonly<Record<Placing['standing'], string>> = {
  ranked: '',
  newcomer: '新上榜',
  no_figures: '没有数据',
  few: '样本不足',
}
const markWords = { red: '红榜', black: '黑榜' } as const

/** A board as a table to take along: every figure as it is shown, to the last digit. */
export function boardFile(board: BoardFacts, rows: readonly Placing[], codes: UnitCodes): string {
  const { parts, scoreUnit, unitKind } = board
  const heads = ['名次', '编号', '名称', `得分（${scoreUnit}）`, '比上期', '名次变化', ...parts.map(({ name }) => name), '红黑榜', '说明']
  const lineOf = ({ rank, unitCode, name, score, change, rankChange, adds, mark, reason, standing }: Placing) => [
    ...[rank, codes.outward(unitKind, unitCode), name, score, change, rankChange],
    ...parts.map(({ key }) => adds[key] ?? null),
    ...[mark && markWords[mark], [standingWords[standing], reason].filter(Boolean).join('；')],
  ]
  return csvText([heads, ...rows.map(lineOf)])
}
