import type { BoardFacts } from '../../../contract/board'
import type { Letter, Told } from '../../shared/inbox'
import type { DraftRow } from './queries-drafts'
import type { Follower } from './queries-publish'
import { periodWords } from './rules-period'
import type { RankedRow } from './rules-rank'

/** A period of a board as a message speaks of it. */
export interface Issue {
  readonly board: BoardFacts
  readonly period: string
  readonly revision: number
}

/** The page of a unit on a board. */
export const unitLink = ({ townCode, code }: Pick<BoardFacts, 'townCode' | 'code'>, period: string, outwardCode: string): string =>
  `/pages/board/unit/index?town=${townCode}&code=${encodeURIComponent(code)}&period=${period}&unit=${encodeURIComponent(outwardCode)}`

/** One letter to each who follows units on a board that is out: where they stand. */
export function publishedLetters(
  { board, period, revision }: Issue,
  rows: ReadonlyMap<string, RankedRow>,
  followers: readonly Follower[],
  outward: (unitCode: string) => string,
): Letter[] {
  const title = `${board.name}${periodWords(period)}${revision > 1 ? '更正了' : '公布了'}`
  return followers.flatMap(({ personId, unitCodes }) => {
    const followed = unitCodes.flatMap((code) => rows.get(code) ?? [])
    const [first] = followed
    if (!first) return []
    const body = `${followed.map((row) => placeWords(board, row)).join('；')}。`
    return [{ personId, title, body, link: unitLink(board, period, outward(first.unitCode)) }]
  })
}

/** 爱博四村第 3 名，98.5分 */
function placeWords({ scoreUnit }: BoardFacts, { name, rank, score, rankChange }: RankedRow): string {
  if (rank === null) return `${name}这一期没有排名`
  const moved = rankChange ? `，${rankChange > 0 ? '升' : '降'} ${Math.abs(rankChange)} 位` : ''
  return `${name}第 ${rank} 名，${score}${scoreUnit}${moved}`
}

/** The reviewer's word, to who handed a draft in. */
export const returnedLetter = ({ boardCode, boardName, period }: DraftRow, note: string): Told => ({
  title: `${boardName}${periodWords(period)}退回了`,
  body: `请改好再交一次。留言：${note}`,
  link: `/pages/board-desk/figures/index?code=${encodeURIComponent(boardCode)}&period=${period}`,
})

export interface Answered {
  readonly townCode: string
  readonly boardCode: string
  readonly boardName: string
  readonly period: string
  readonly unitName: string
  readonly outwardCode: string
}

/** What came of an appeal, to who made it. */
export function answeredLetter(appeal: Answered, accepted: boolean, text: string): Told {
  const { townCode, boardCode: code, boardName, period, unitName, outwardCode } = appeal
  return {
    title: `${unitName}的申诉有答复了`,
    body: `${boardName}${periodWords(period)}：${accepted ? '申诉成立，会更正' : '核对过了，不作更改'}。答复：${text}`,
    link: unitLink({ townCode, code }, period, outwardCode),
  }
}
