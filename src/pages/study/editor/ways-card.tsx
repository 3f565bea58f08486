import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Chips } from '@/components/chips'
import { Field, Line } from '@/components/field'
import type { CheckInWay } from '../../../../contract/study'
import type { CardProps } from './facts-card'

const ways: { value: CheckInWay; text: string }[] = [
  { value: 'screen', text: '屏幕码' },
  { value: 'fixed', text: '固定码' },
  { value: 'host', text: '讲解员帮打' },
]

/** How one checks in here, and how near one must be. */
export const WaysCard = observer(function WaysCard({ store, draft }: CardProps) {
  return (
    <View className='card'>
      <View className='title'>怎么打卡</View>
      <Field error={store.errors.ways}>
        <Chips choices={ways} chosen={draft.ways} onChoose={(way) => store.toggleWay(way)} />
      </Field>
      <Field name='多少米以内算到了' error={store.errors.fence}>
        <Line value={draft.fence} label='范围，米' placeholder='100' most={4} onChange={(fence) => store.change({ fence })} />
      </Field>
    </View>
  )
})
