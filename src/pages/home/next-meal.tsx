import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { dishesText, forWhom, mealName } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import type { Order } from '../../../contract/canteen'
import { go } from './go'

/** The meal that comes next, with the four digits to say at the counter. */
export const NextMeal = observer(function NextMeal({ order }: { order: Order }) {
  const now = useNow()
  const when = `${mealName(order, now)} ${order.window.starts}`
  return (
    <Tap
      className='row row-between row-wrap service-canteen'
      role='link'
      label={`${forWhom(order)}${when}，取餐号 ${[...order.number].join(' ')}`}
      onClick={() => go(`/pages/canteen/meal/index?id=${order.id}`)}
    >
      <View className='grow next-meal-words'>
        <View className='title'>{when}</View>
        <View className='second clip-2'>{[forWhom(order), order.canteenName, dishesText(order.items)].filter(Boolean).join(' · ')}</View>
      </View>
      <View className='next-code'>
        <View className='hint'>取餐号</View>
        <View className='number'>{order.number}</View>
      </View>
    </Tap>
  )
})
