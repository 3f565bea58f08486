import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Tap } from '@/components/tap'
import { dateText, dayAfter } from '@/lib/meal'
import type { NutritionStore } from './nutrition-store'

/** ‹ 11月16日–22日 › */
export const WeekTurner = observer(function WeekTurner({ store }: { store: NutritionStore }) {
  return (
    <View className='card row row-between week-turner'>
      <Tap className='text-link' label='上一周' onClick={() => store.turn(-1)}>
        ‹ 上周
      </Tap>
      <View className='week-name'>{spanText(store.monday, dayAfter(store.monday, 6))}</View>
      {store.isThisWeek ? (
        <View className='hint week-now'>本周</View>
      ) : (
        <Tap className='text-link' label='下一周' onClick={() => store.turn(1)}>
          下周 ›
        </Tap>
      )}
    </View>
  )
})

/** 11月16日–22日, 11月30日–12月6日 */
function spanText(first: string, last: string): string {
  const end = first.slice(5, 7) === last.slice(5, 7) ? `${Number(last.slice(8))}日` : dateText(last)
  return `${dateText(first)}–${end}`
}
