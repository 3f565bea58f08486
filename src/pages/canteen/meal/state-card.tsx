import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { mealName } from '@/lib/meal'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Order } from '../../../../contract/canteen'
import { OrderChip } from '../order-chip'
import { paymentLine, whoWords } from '../order-words'
import { likeUrl } from '../urls'

/** A meal that has ended: how, what becomes of the money, and the same again. */
export function StateCard({ order }: { order: Order }) {
  const now = useNow()
  const { state, collectedAt, endedReason } = order
  return (
    <View className='card stack'>
      <View>
        <View className='row row-between row-wrap'>
          <View className='title'>{mealName(order, now)}</View>
          <OrderChip order={order} />
        </View>
        <View className='second'>{[order.canteenName, whoWords(order)].filter(Boolean).join(' · ')}</View>
      </View>
      {collectedAt && <View>{saidTime(collectedAt, now)} 取走，慢用。</View>}
      {endedReason && <View>{endedReason}</View>}
      {state === 'no_show' && <View>来不了请提前取消，把份数留给别人。</View>}
      <View>{paymentLine(order, now)}</View>
      <Button plain onClick={() => Taro.navigateTo({ url: likeUrl(order.id) })}>
        再来一份
      </Button>
    </View>
  )
}
