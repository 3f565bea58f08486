import { View } from '@tarojs/components'
import { roleOf } from '@/components/role'
import type { SortingKind } from '../../../../contract/sorting'
import { KindChip } from '../kind-chip'

const questions: readonly { readonly ask: string; readonly kind: SortingKind }[] = [
  { ask: '有毒、会伤人、会污染水土？', kind: 'hazardous' },
  { ask: '吃剩的、会烂的？', kind: 'wet' },
  { ask: '干净，还能卖、能再用？', kind: 'recyclable' },
  { ask: '都不是？', kind: 'dry' },
]

/** Nothing of that name is known: how to find out oneself, and whom to ask. */
export const Unsure = ({ words }: { words: string }) => (
  <View {...roleOf('status')}>
    <View className='help-none'>没有找到「{words}」</View>
    <View className='second'>换个短一点的叫法试试，比如「旧电饭锅」只写「锅」。还找不到，就从上往下想，第一个说“是”的就是：</View>
    {questions.map(({ ask, kind }) => (
      <View key={kind} className='line-item'>
        <View className='grow'>{ask}</View>
        <KindChip kind={kind} />
      </View>
    ))}
    <View className='second'>旧家具、大家电、装修垃圾不进这四个桶，请先问物业或居委会放在哪里。</View>
  </View>
)
