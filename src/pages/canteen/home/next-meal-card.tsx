import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { dishesText, forWhom, mealName } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import { windowText } from '../meal-words'
import type { HomeStore } from './home-store'

/** The meal that comes next, with the four digits to say at the counter. */
export const NextMealCard = observer(function NextMealCard({ store }: { store: HomeStore }) {
  const now = useNow()
  const { next } = store
  if (!next || session.status !== 'signed-in') return null
  const more = (store.upcoming.value?.length ?? 1) - 1
  return (
    <View className='card next-meal'>
      <Tap
        className='row row-between row-wrap'
        role='link'
        label={`${forWhom(next)}${mealName(next, now)}，${windowText(next.window)} 取，取餐号 ${[...next.number].join(' ')}`}
        onClick={() => Taro.navigateTo({ url: `/pages/canteen/meal/index?id=${next.id}` })}
      >
        <View className='meal-line-words'>
          <View className='title'>
            {mealName(next, now)} {windowText(next.window)}
          </View>
          <View className='second clip-2'>{[forWhom(next), next.canteenName, dishesText(next.items)].filter(Boolean).join(' · ')}</View>
        </View>
        <View className='next-meal-code'>
          <View className='hint'>取餐号</View>
          <View className='code-digits'>{next.number}</View>
        </View>
      </Tap>
      {more > 0 && (
        <Tap className='text-link' role='link' onClick={() => Taro.navigateTo({ url: '/pages/canteen/orders/index' })}>
          后面还订了 {more} 餐 ›
        </Tap>
      )}
    </View>
  )
})
