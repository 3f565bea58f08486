import { View } from '@tarojs/components'
import { useNow } from '@/lib/use-now'
import type { Order } from '../../../../contract/canteen'
import { BillView } from '../bill-view'
import { paymentWords, payWayWords } from '../labels'
import { paymentLine } from '../order-words'

/** What was ordered, what it costs, and where the money stands. */
export function BillCard({ order }: { order: Order }) {
  const now = useNow()
  const { items, bill, note } = order
  return (
    <View className='card'>
      <BillView items={items} bill={bill} payWord={payWord(order)} />
      {order.payBy && <View className='second'>{paymentLine(order, now)}</View>}
      {note && <View className='second meal-note'>给后厨的话：{note}</View>}
    </View>
  )
}

function payWord({ state, payment, way }: Order): string {
  if (payment !== 'unpaid') return paymentWords[payment]
  return state === 'booked' || state === 'collected' ? payWayWords[way] : '原本要付'
}
