import { View } from '@tarojs/components'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Order } from '../../../../contract/canteen'
import { stepsOf } from '../order-words'

/** What has happened so far, the newest first. */
export function StepsCard({ order }: { order: Order }) {
  const now = useNow()
  return (
    <View className='card'>
      <View className='title'>经过</View>
      {stepsOf(order).map(({ text, at }) => (
        <View key={text} className='meal-step'>
          <View className='grow'>{text}</View>
          {at && <View className='hint'>{saidTime(at, now)}</View>}
        </View>
      ))}
    </View>
  )
}
