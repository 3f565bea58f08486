import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Tap } from '@/components/tap'
import { dishesText, mealName } from '@/lib/meal'
import { price } from '@/lib/money'
import type { Order } from '../../../../contract/canteen'
import { paymentWords } from '../labels'
import { windowText } from '../meal-words'
import { OrderChip } from '../order-chip'
import { whoWords } from '../order-words'
import { likeUrl, mealUrl } from '../urls'

/** One meal in the list: when, what, how it stands, what it cost; and the same again. */
export function OrderCard({ order, now }: { order: Order; now: number }) {
  const owed = order.payment === 'refunding' || order.payment === 'refunded'
  return (
    <View className='card order-card'>
      <Tap
        role='link'
        label={`${mealName(order, now)}，${dishesText(order.items)}，看详情`}
        onClick={() => Taro.navigateTo({ url: mealUrl(order.id) })}
      >
        <View className='row row-between row-wrap'>
          <View className='title'>{mealName(order, now)}</View>
          <OrderChip order={order} />
        </View>
        <View className='row row-between row-wrap'>
          <View className='order-words'>
            <View className='clip-2'>{dishesText(order.items)}</View>
            <View className='second'>
              {[whoWords(order), order.canteenName].filter(Boolean).join(' · ')}
              {order.state === 'booked' && (
                <>
                  {' · '}
                  <Text className='whole'>{windowText(order.window)} 取</Text>
                </>
              )}
            </View>
          </View>
          {order.state === 'booked' && (
            <View className='order-number'>
              <View className='hint'>取餐号</View>
              <View className='number'>{order.number}</View>
            </View>
          )}
        </View>
      </Tap>
      <View className='row row-between order-card-foot'>
        <View className='second'>
          {price(order.bill.payableFen)}
          {owed && ` · ${paymentWords[order.payment]}`}
          {order.mayRate && ' · 还没评价'}
        </View>
        <Tap
          className='text-link'
          role='link'
          label={`再来一份${dishesText(order.items)}`}
          onClick={() => Taro.navigateTo({ url: likeUrl(order.id) })}
        >
          再来一份 ›
        </Tap>
      </View>
    </View>
  )
}
