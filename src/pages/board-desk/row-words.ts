import { apartWords, figureOf, signed, withUnit } from '@/lib/board-words'
import type { BoardFacts, DraftRow } from '../../../contract/board'

type Facts = Pick<BoardFacts, 'mode' | 'scoreUnit' | 'parts' | 'vetoes'>

/** What a row shows for its score; why it stands apart where it has no rank. */
export const scoreWords = (row: DraftRow, board: Facts): string =>
  row.standing === 'ranked' ? (figureOf(row, board) ?? '') : apartWords[row.standing]

/** 比上期 +0.3 分; null where there is nothing to compare with, or the change is the score of the board itself. */
export const changeWords = ({ change }: DraftRow, { mode, scoreUnit }: Facts): string | null =>
  change === null || mode === 'progress' ? null : `比上期${signed(change, scoreUnit)}`

/** What is published of the unit for this period, where a correction changes it: 公布的是第 7 名 94.1 分. */
export function beforeWords({ before, rank, score }: DraftRow, { scoreUnit }: Facts): string | null {
  if (!before || (before.rank === rank && before.score === score)) return null
  const place = before.rank === null ? '不排名' : `第 ${before.rank} 名`
  return `公布的是${place}${before.score === null ? '' : `，${withUnit(before.score, scoreUnit)}`}`
}

/** Each figure with its name, then the vetoes: 分类实效 38.2 · 否决：混装混运. */
export function figureWords({ figures, vetoes, sample }: DraftRow, { parts, vetoes: known }: Facts): string[] {
  const named = parts.flatMap(({ key, name }) => (figures[key] === undefined ? [] : [`${name} ${figures[key]}`]))
  const held = vetoes.map((key) => `否决：${known.find((veto) => veto.key === key)?.name ?? key}`)
  return [...named, ...(sample === null ? [] : [`样本 ${sample}`]), ...held]
}
