import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { mealName } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import type { Hours } from '../staff-meal'
import { MealPicker } from '../staff-meal-picker'
import type { CounterStore } from './counter-store'
import { handovers } from './handover-queue'

/** Which meal, how many of it are handed over, and how many the server has still to hear of. */
export const HeadCard = observer(function HeadCard({ store, hours }: { store: CounterStore; hours: Hours }) {
  const [choosing, setChoosing] = useState(false)
  const now = useNow()
  const { collected, all } = store.roll.counts
  const waiting = handovers.waiting(store.canteenId).length
  return (
    <View className='card counter-head'>
      <View className='row row-between row-wrap'>
        <View className='grow counter-counts'>
          <View className='title'>{mealName(store.roll.meal, now)}</View>
          <View className='second'>{store.roll.roll.value ? `已取 ${collected} / 共 ${all}` : '正在取名单…'}</View>
        </View>
        {waiting > 0 && (
          <View className='chip chip-warn'>
            <Icon name='clock' />
            {waiting} 份待上传
          </View>
        )}
        <Tap className='text-link counter-turn' onClick={() => setChoosing(!choosing)}>
          {choosing ? '收起' : '换一餐'}
        </Tap>
      </View>
      {choosing && (
        <View className='counter-meals'>
          <MealPicker hours={hours} meal={store.roll.meal} days={2} onChoose={(meal) => store.chooseMeal(meal)} />
        </View>
      )}
    </View>
  )
})
