import { View } from '@tarojs/components'
import { price } from '@/lib/money'
import type { CounterOrder } from '../../../../contract/canteen'
import { modeWords } from '../labels'
import { moneyWords } from './money-words'

/** What goes out and what comes in: the dishes, the money, and what the guest asked for. */
export const OrderFacts = ({ order }: { order: CounterOrder }) => (
  <View className='stack'>
    <View>
      {order.items.map(({ dishId, name, quantity }) => (
        <View key={dishId} className='row row-between counter-dish'>
          <View className='grow'>{name}</View>
          <View className='counter-quantity'>× {quantity}</View>
        </View>
      ))}
    </View>
    {order.note && <View className='counter-note'>备注：{order.note}</View>}
    <View className='row row-between row-wrap'>
      <View className='chip counter-mode'>{modeWords[order.mode]}</View>
      <View className='counter-money'>{moneyWords(order)}</View>
    </View>
    <Bill order={order} />
  </View>
)

const Bill = ({ order: { bill, window } }: { order: CounterOrder }) => (
  <View className='second'>
    {bill.lines.length > 0 && `合计 ${price(bill.totalFen)}，${bill.lines.map(({ label, fen }) => `${label} ${price(fen)}`).join('，')} · `}
    约 {window.starts}–{window.ends} 取
  </View>
)
