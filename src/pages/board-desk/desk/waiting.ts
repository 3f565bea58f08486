import { kindOf, lastOver } from '@/lib/periods'
import type { Board, Draft } from '../../../../contract/board'

interface Powers {
  readonly edits: boolean
  readonly reviews: boolean
}

/** Whether a draft waits for the person who looks at it, and not for somebody else. */
export const isMine = ({ state, own }: Draft, { edits, reviews }: Powers): boolean => (state === 'in_review' ? reviews && !own : edits)

/** For whom it waits, where it is not the person. */
export const waitsFor = ({ state, own }: Draft): string => {
  if (state !== 'in_review') return '等编辑交审核'
  return own ? '您录过，等另一位审核' : '等审核'
}

/** A period that is over and that nobody has begun. */
export interface Due {
  readonly board: Board
  readonly period: string
}

/** The boards whose last period is over, not out and not begun; a board that was never out cannot be told. */
export function dueOf(boards: readonly Board[], drafts: readonly Draft[], now: number): Due[] {
  return boards.flatMap((board) => {
    if (!board.unitKind || !board.latest) return []
    const period = lastOver(kindOf(board.latest.period), now)
    const isBegun = drafts.some((draft) => draft.boardCode === board.code && draft.period === period)
    return board.latest.period < period && !isBegun ? [{ board, period }] : []
  })
}
