import { Image, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { dateText, dayName, mealName, weekdayOf } from '@/lib/meal'
import { brighten } from '@/lib/platform'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import type { Order } from '../../../../contract/canteen'
import { modeWords } from '../labels'
import { windowText } from '../meal-words'
import { whoWords } from '../order-words'
import type { MealStore } from './meal-store'

/** Four digits for the voice, a code for the scanner. */
export const CodeCard = observer(function CodeCard({ store, order }: { store: MealStore; order: Order }) {
  const now = useNow()
  useBrightScreen(order.date === dayOf(now))
  const near = dayName(order.date, now).length === 2
  const digits = (
    <View className='code-digits meal-digits' aria-label={`取餐号 ${[...order.number].join(' ')}`}>
      {order.number}
    </View>
  )
  return (
    <View className='card meal-code'>
      <View className='second'>
        {mealName(order, now)}
        {near && ` · ${dateText(order.date)} ${weekdayOf(order.date)}`}
      </View>
      <View className='title'>{windowText(order.window)}</View>
      <View className='second'>{[order.canteenName, modeWords[order.mode], whoWords(order)].filter(Boolean).join(' · ')}</View>
      {session.elder && digits}
      <Picture store={store} />
      {!session.elder && digits}
      <View className='second'>{store.code.error ? '报这四个数字也能取餐' : '报数字或扫码都行'}</View>
    </View>
  )
})

const Picture = observer(function Picture({ store }: { store: MealStore }) {
  const { picture, error } = store.code
  if (picture) return <Image className='meal-qr' src={picture} mode='scaleToFill' aria-label='取餐二维码' />
  return <View className='meal-qr meal-qr-none second'>{error ? `二维码没更新：${error}` : '正在生成二维码…'}</View>
})

/** On the day of the meal, while the code is shown: scanners read a bright screen. */
function useBrightScreen(wanted: boolean): void {
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  useEffect(() => {
    if (!wanted || !shown) return
    const bright = brighten()
    return () => void bright.then((restore) => restore())
  }, [wanted, shown])
}
