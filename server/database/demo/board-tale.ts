import type { BoardFacts } from '../../../contract/board'
import type { Entry } from '../../services/board/rules-rank'
import { isDraft } from './board-plan'

const mixed = '310112008210'
const worst = 'CP31011200800101'
const mendedUnit = 'CP31011200801201'

/** What happens on the boards of the demo, in the last period of each: a veto, a black row, an appeal that is right. */
export const tale = {
  veto: { code: mixed, reason: '抽查发现保洁员把湿垃圾并入干垃圾清运。' },
  black: { code: worst, reason: '电梯报修两次超过 48 小时未到场，消防通道堆物三次检查未清。' },
  correction: '爱博四村有两件投诉是同一件，居民评价重复扣分，已更正。',
  appeal: {
    board: 'PROP.REDBLACK',
    code: mendedUnit,
    text: '居民评价里扣分的两件投诉，是同一户对同一件事打了两次电话，请核对一下。',
    answer: '核对了投诉编号，确实是同一件，已经更正，谢谢提醒。',
  },
} as const

const change = (entries: readonly Entry[], code: string, more: Partial<Entry>): Entry[] =>
  entries.map((entry) => (entry.unitCode === code ? { ...entry, ...more } : entry))

/** The figures of a board with what the tale does to them. */
export function told(board: BoardFacts, entries: readonly Entry[], back: number): readonly Entry[] {
  if (back > 0) return entries
  if (isDraft(board, back)) return entries.slice(0, 2)
  if (board.code === 'GARB.RA.TOP') return change(entries, mixed, { vetoes: ['mixed'], reason: tale.veto.reason })
  if (board.code !== 'PROP.REDBLACK') return entries
  const black = change(entries, worst, {
    figures: { repair: '14', cleaning: '18', safety: '12.5', residents: '13' },
    reason: tale.black.reason,
  })
  return change(black, mendedUnit, { figures: { repair: '28.5', cleaning: '28', safety: '19', residents: '13' } })
}

/** The figures as corrected, and why. */
export function mended(
  board: BoardFacts,
  entries: readonly Entry[],
  back: number,
): { readonly entries: Entry[]; readonly reason: string } | undefined {
  if (back > 0 || board.code !== 'PROP.REDBLACK') return undefined
  const figures = { repair: '28.5', cleaning: '28', safety: '19', residents: '16' }
  return { entries: change(entries, mendedUnit, { figures }), reason: tale.correction }
}
