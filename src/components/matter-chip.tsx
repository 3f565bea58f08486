import { View } from '@tarojs/components'
import { chipOf } from '@/lib/matter'
import type { ReportCard } from '../../contract/report'
import { Icon } from './icon'

type Props = { card: Pick<ReportCard, 'state' | 'dueAt' | 'closeDueAt' | 'handledAt'>; now: number }

/** Where a matter stands and how long is left: icon and words in one chip. */
export function MatterChip({ card, now }: Props) {
  const { icon, text, tone } = chipOf(card, now)
  return (
    <View className={`chip chip-${tone}`}>
      <Icon name={icon} />
      {text}
    </View>
  )
}
