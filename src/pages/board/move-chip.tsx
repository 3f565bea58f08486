import { View } from '@tarojs/components'
import type { BoardRow } from '../../../contract/board'
import { moveOf } from './labels'

/** How many places a unit has won or lost: arrow and words. Nothing where there was no period before. */
export function MoveChip({ row }: { row: Pick<BoardRow, 'rankChange'> }) {
  const move = moveOf(row)
  if (!move) return null
  return (
    <View className={`chip chip-${move.tone}`}>
      <View aria-hidden>{move.arrow}</View>
      {move.text}
    </View>
  )
}
