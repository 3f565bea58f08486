import { View } from '@tarojs/components'
import { memo } from 'react'
import { Tap } from '@/components/tap'
import { apartWords, figureOf, markWords, medalOf, moveOf } from '@/lib/board-words'
import type { BoardFacts, BoardRow } from '../../../contract/board'

/** Points are what is usual: not said in every row. */
const usualUnit = ({ scoreUnit }: BoardFacts) => (scoreUnit === '分' ? '' : scoreUnit)

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
  const figure = row.standing === 'ranked' ? figureOf(row, { ...board, scoreUnit: usualUnit(board) }) : apartWords[row.standing]
  const move = moveOf(row)
  const mark = row.mark && (row.mark === 'black' && row.reason ? `${markWords.black}：${row.reason}` : markWords[row.mark])
  const words = [medalOf(rank), row.appealed && '有申诉', mark].filter(Boolean).join(' · ')
  const spoken = [rank === null ? '不排名' : `第 ${rank} 名`, name, figure, move?.text, words].filter(Boolean).join('，')
  return (
    <Tap className={own ? 'board-row board-row-own' : 'board-row'} role='link' label={spoken} onClick={() => onOpen(row.unitCode)}>
      <View className={rank !== null && rank <= 3 ? `board-rank board-medal board-medal-${rank}` : 'board-rank'}>{rank ?? '—'}</View>
      <View className='grow'>
        <View className={words ? 'board-name-short' : 'clip-2'}>{name}</View>
        {words && <View className={`hint board-words ${row.mark === 'black' ? 'board-black' : ''}`}>{words}</View>}
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
