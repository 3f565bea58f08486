import { View } from '@tarojs/components'
import { memo } from 'react'
import { Tap } from '@/components/tap'
import type { BoardFacts, BoardRow } from '../../../contract/board'
import { apartWords, figureOf, markWords, medalOf, moveOf } from './labels'

type Props = {
  row: BoardRow
  board: BoardFacts
  /** The unit that the page is about. */
  own: boolean
  onOpen: (unitCode: string) => void
}

/** One unit on a board: its rank, name, figure and move, and in words what else there is to know. */
export const RowLine = memo(function RowLine({ row, board, own, onOpen }: Props) {
  const { rank, name } = row
  const figure = row.standing === 'ranked' ? figureOf(row, board) : apartWords[row.standing]
  const move = moveOf(row)
  const words = [medalOf(rank), row.mark && markWords[row.mark], row.appealed && '有申诉'].filter(Boolean).join(' · ')
  const spoken = [rank === null ? '不排名' : `第 ${rank} 名`, name, figure, move?.text, words].filter(Boolean).join('，')
  return (
    <Tap className={own ? 'board-row board-row-own' : 'board-row'} role='link' label={spoken} onClick={() => onOpen(row.unitCode)}>
      <View className={rank !== null && rank <= 3 ? `board-rank board-medal board-medal-${rank}` : 'board-rank'}>{rank ?? '—'}</View>
      <View className='grow'>
        <View className={words ? 'board-name-short' : 'clip-2'}>{name}</View>
        {words && <View className='hint'>{words}</View>}
      </View>
      <View className='board-figures'>
        <View className={row.standing === 'ranked' ? 'board-figure' : 'second'}>{figure}</View>
        {move && (
          <View className={`board-move board-move-${move.tone}`}>
            {move.arrow} {move.places || '平'}
          </View>
        )}
      </View>
    </Tap>
  )
})
