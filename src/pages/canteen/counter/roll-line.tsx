import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Confirm } from '@/components/confirm'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { Tap } from '@/components/tap'
import { price } from '@/lib/money'
import { clockTime } from '@/lib/time'
import type { CounterOrder } from '../../../../contract/canteen'
import { orderStateWords } from '../labels'
import type { CounterStore } from './counter-store'
import { handovers } from './handover-queue'
import { modeAndMoney } from './money-words'
import { isOwed } from './roll-store'

type Props = { store: CounterStore; order: CounterOrder }

/** One meal of the list; a tap on one that is to be collected puts its number into the field. */
export const RollLine = observer(function RollLine({ store, order }: Props) {
  const open = order.state === 'booked' && !store.roll.isCollected(order)
  const facts = (
    <View className='counter-line'>
      <View className='counter-line-number'>{order.number}</View>
      <View className='grow'>
        <View className='row row-between counter-line-name'>
          <View className='grow'>{order.eater}</View>
          <Standing order={order} open={open} />
        </View>
        <View className='second clip-2'>{order.items.map(({ name, quantity }) => `${name}×${quantity}`).join('、')}</View>
        <View className='second'>
          {order.window.starts} · {modeAndMoney(order)}
          {order.note && ` · ${order.note}`}
        </View>
      </View>
    </View>
  )
  if (open) {
    return (
      <Tap className='counter-line-frame' onClick={() => store.write(order.number)}>
        {facts}
      </Tap>
    )
  }
  return (
    <View className='counter-line-frame'>
      {facts}
      {isOwed(order) && <Refund store={store} order={order} />}
    </View>
  )
})

const Standing = observer(function Standing({ order, open }: { order: CounterOrder; open: boolean }) {
  if (open) return <View className='second'>待取</View>
  const pending = handovers.pending(order.id)
  if (pending) {
    return (
      <View className='chip chip-warn'>
        <Icon name='clock' />
        {clockTime(pending.readAt)} 待上传
      </View>
    )
  }
  if (order.state === 'collected') {
    return (
      <View className='chip chip-good'>
        <Icon name='check' />
        {order.collectedAt && clockTime(order.collectedAt)} 已取
      </View>
    )
  }
  return (
    <View className='chip chip-quiet'>
      <Icon name='stop' />
      {orderStateWords[order.state]}
    </View>
  )
})

const Refund = observer(function Refund({ store: { till }, order }: Props) {
  const money = price(order.bill.payableFen)
  return (
    <View className='counter-refund'>
      <Confirm
        title={`退给客人 ${money}`}
        words={`把 ${money} 退给${order.orderer ?? order.eater}，退好再点。`}
        yes='已经退了'
        busy={till.busy === order.id && '正在记账…'}
        onYes={() => till.settle(order, 'refund')}
      />
      <FieldError text={till.failure?.id === order.id ? till.failure.words : null} />
    </View>
  )
})
