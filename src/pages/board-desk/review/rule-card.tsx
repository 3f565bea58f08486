import { View } from '@tarojs/components'
import { withUnit } from '@/lib/board-words'
import type { BoardFacts } from '../../../../contract/board'

/** How the scores came about, to judge them by. */
export const RuleCard = ({ board }: { board: BoardFacts }) => {
  const { formula, parts, vetoes, scoreUnit } = board
  return (
    <View className='card'>
      <View className='title'>怎么算的</View>
      {formula && <View>{formula}</View>}
      {parts.map(({ key, name, weight, full }) => (
        <View key={key} className='second'>
          {name}占 {weight}%，满分 {full}
        </View>
      ))}
      {vetoes.map(({ key, name, cap }) => (
        <View key={key} className='second'>
          一票否决：{name}，最高 {withUnit(cap, scoreUnit)}
        </View>
      ))}
    </View>
  )
}
