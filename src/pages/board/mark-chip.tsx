import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { markWords } from '@/lib/board-words'
import type { BoardRow } from '../../../contract/board'

/** On the red list or the black one: sign and word. */
export const MarkChip = ({ mark }: Pick<BoardRow, 'mark'>) =>
  mark && (
    <View className={`chip ${mark === 'red' ? 'chip-good' : 'chip-bad'}`}>
      <Icon name={mark === 'red' ? 'check' : 'alert'} />
      {markWords[mark]}
    </View>
  )
