import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { SortingKind } from '../../../contract/sorting'
import { kindWords } from './kinds'

/** Which bin: its colour, sign and word. */
export const KindChip = ({ kind }: { kind: SortingKind }) => (
  <View className={`chip kind-chip bin-${kind}`}>
    <Icon name={kindWords[kind].icon} />
    {kindWords[kind].title}
  </View>
)
