import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import type { Order } from '../../../../contract/canteen'
import { freshMealUrl } from '../urls'
import { DayLineOf } from './day-line'
import type { OrderStore } from './order-store'

/** Several days at once: how each of them went. */
export const Outcome = observer(function Outcome({ store, order }: { store: OrderStore; order: Order }) {
  const { days, booking } = store
  const { sending } = booking
  const failed = days.lines.filter(({ state }) => state === 'failed' || state === 'refused').length
  const first = { date: order.date, state: 'booked', payableFen: order.bill.payableFen, words: null, order } as const
  return (
    <View className='card stack' {...roleOf('alert')}>
      <View className={failed > 0 ? 'row' : 'row good-word'}>
        <Icon name={failed > 0 ? 'alert' : 'check'} />
        <View className='title'>{sending ? '正在一天一天地订…' : failed > 0 ? `${failed} 天没有订上` : '都订好了'}</View>
      </View>
      <View>
        <DayLineOf line={first} />
        {days.lines.map((line) => (
          <DayLineOf key={line.date} line={line} />
        ))}
      </View>
      {failed > 0 && !sending && (
        <Button plain onClick={() => store.confirm()}>
          没订上的再试一次
        </Button>
      )}
      <Button busy={sending && '正在订…'} onClick={() => Taro.redirectTo({ url: freshMealUrl(order.id, booking.earlier) })}>
        看取餐码
      </Button>
      <Button plain onClick={() => Taro.redirectTo({ url: '/pages/canteen/orders/index' })}>
        看我的订单
      </Button>
    </View>
  )
})
