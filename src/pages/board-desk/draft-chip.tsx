import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { EditionState } from '../../../contract/board'

const chips = {
  draft: { icon: 'clock', tone: 'warn', text: '在录入' },
  returned: { icon: 'alert', tone: 'bad', text: '退回了' },
  in_review: { icon: 'people', tone: 'quiet', text: '等审核' },
  published: { icon: 'check', tone: 'good', text: '已公布' },
} as const satisfies Record<EditionState, object>

/** How far a period is: icon and word. */
export function DraftChip({ state }: { state: EditionState }) {
  const { icon, tone, text } = chips[state]
  return (
    <View className={`chip chip-${tone}`}>
      <Icon name={icon} />
      {text}
    </View>
  )
}
