import { View } from '@tarojs/components'
import { Tap } from '@/components/tap'
import type { Category } from '../../../../contract/report'
import { promiseText } from '../labels'

type Props = { category: Category; onChoose: (category: Category) => void }

/** One matter, with what is promised for it. */
export const LeafLine = ({ category, onChoose }: Props) => (
  <Tap className='line-item leaf' role='link' onClick={() => onChoose(category)}>
    <View className='grow'>
      <View>{category.name}</View>
      <View className='hint'>{promiseText(category.limitMinutes)}</View>
    </View>
    <View className='second'>›</View>
  </Tap>
)
