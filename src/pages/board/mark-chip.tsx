import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { BoardRow } from '../../../contract/board'
import { markWords } from './labels'

/** On the red list or the black one: sign and word. */
export const MarkChip = ({ mark }: Pick<BoardRow, 'mark'>) =>
  mark && (
    <View className={`chip ${mark === 'red' ? 'chip-good' : 'chip-bad'}`}>
      <Icon name={mark === 'red' ? 'check' : 'alert'} />
      {markWords[mark]}
    </View>
  )
