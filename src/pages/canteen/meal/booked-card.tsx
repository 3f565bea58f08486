import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { dayName } from '@/lib/meal'
import { saidTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Order } from '../../../../contract/canteen'
import { windowText } from '../meal-words'
import { paymentLine } from '../order-words'

/** Booked just now: what happens next. */
export function BookedCard({ order, earlier }: { order: Order; earlier: boolean }) {
  const now = useNow()
  const steps =
    order.mode === 'delivery'
      ? [`${dayName(order.date, now)} ${windowText(order.window)} 送到登记的地址`, paymentLine(order, now)]
      : [
          `${dayName(order.date, now)} ${windowText(order.window)} 到${order.canteenName}`,
          `${order.eater.me ? '' : `请${order.eater.nickname}`}报下面四个数字，或出示二维码`,
          paymentLine(order, now),
        ]
  return (
    <View className='card' {...roleOf('alert')}>
      <View className='row good-word'>
        <Icon name='check' />
        <View className='title'>{earlier ? '刚才那次已经订上了' : '订好了'}</View>
      </View>
      {earlier && <View className='second'>没有再订第二份。要改的话，先取消这一份，再重新订。</View>}
      {steps.map((step, index) => (
        <View key={step} className='row meal-next'>
          <View className='meal-next-figure'>{index + 1}</View>
          <View className='grow'>{step}</View>
        </View>
      ))}
      {order.mayCancel && <View className='second'>来不了的话，{saidTime(order.cancelUntil, now)} 前在这页取消。</View>}
    </View>
  )
}
