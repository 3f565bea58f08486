import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { dateText, shortDay, sittingWords, weekdayOf } from '@/lib/meal'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import { orderingWords } from '../meal-words'
import type { OrderStore } from './order-store'
import { sentenceOf } from './sentence'

/** Which meal this is; in 长辈版 the whole booking read back in one sentence. */
export const HeadCard = observer(function HeadCard({ store }: { store: OrderStore }) {
  const now = useNow()
  const { menu, meal, setting } = store
  if (session.elder) {
    return (
      <View className='card'>
        <View className='title'>{sentenceOf(store, now)}</View>
        {menu && <View className='second'>{saidTime(menu.cancelUntil, now)} 前可以取消。</View>}
      </View>
    )
  }
  return (
    <View className='card'>
      <View className='title'>
        {shortDay(meal.date, now)}
        {sittingWords[meal.sitting]}
      </View>
      <View className='second'>
        {dateText(meal.date)} {weekdayOf(meal.date)} · {setting.canteen.name}
      </View>
      {menu && (
        <View className='second'>
          {orderingWords(menu, now)} · {saidTime(menu.cancelUntil, now)} 前可取消
        </View>
      )}
    </View>
  )
})
