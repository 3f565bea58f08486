import { View } from '@tarojs/components'
import { Icon, type IconName } from '@/components/icon'
import type { Order, OrderState } from '../../../contract/canteen'
import { orderStateWords } from './labels'

const looks: Record<OrderState, { icon: IconName; tone: 'good' | 'bad' | 'quiet' | 'brand' }> = {
  booked: { icon: 'clock', tone: 'brand' },
  collected: { icon: 'check', tone: 'good' },
  cancelled: { icon: 'stop', tone: 'quiet' },
  expired: { icon: 'alert', tone: 'bad' },
  no_show: { icon: 'alert', tone: 'bad' },
}

/** How a meal stands: icon and word in one chip. */
export function OrderChip({ order: { state, payBy } }: { order: Pick<Order, 'state' | 'payBy'> }) {
  const { icon, tone } = payBy ? ({ icon: 'alert', tone: 'warn' } as const) : looks[state]
  return (
    <View className={`chip chip-${tone}`}>
      <Icon name={icon} />
      {payBy ? '待付款' : orderStateWords[state]}
    </View>
  )
}
