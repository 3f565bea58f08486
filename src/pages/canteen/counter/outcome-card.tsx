import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { price } from '@/lib/money'
import { online } from '@/lib/online'
import { canScan } from '@/lib/platform'
import { clockTime } from '@/lib/time'
import type { CounterOrder } from '../../../../contract/canteen'
import type { Hindrance } from './checks'
import type { CounterStore } from './counter-store'
import { OrderFacts } from './order-facts'

/** What came of the last number or code, big. */
export const OutcomeCard = observer(function OutcomeCard({ store }: { store: CounterStore }) {
  const { outcome } = store
  if (!outcome) return null
  return (
    <View className='card stack counter-outcome' {...roleOf('alert')}>
      {outcome.kind === 'handed' ? <Handed outcome={outcome} /> : <Refused store={store} outcome={outcome} />}
      <View className='staff-buttons'>
        {canScan && <Button onClick={() => store.scan()}>扫下一位</Button>}
        <Button plain={canScan} onClick={() => store.next()}>
          下一位
        </Button>
      </View>
    </View>
  )
})

type HandedProps = { outcome: { order: CounterOrder | null; at: number; pending: boolean } }

const Handed = ({ outcome: { order, at, pending } }: HandedProps) => (
  <View className='stack'>
    <View className='row row-between row-wrap'>
      <View className={`chip counter-said ${pending ? 'chip-warn' : 'chip-good'}`}>
        <Icon name={pending ? 'clock' : 'check'} />
        {order ? '已交餐' : '已记下'} {clockTime(order?.collectedAt ?? at)}
        {pending && ' · 待上传'}
      </View>
      {order && <View className='counter-number'>{order.number}</View>}
    </View>
    {order && <Guest order={order} />}
    {order && <OrderFacts order={order} />}
    {pending && <View className='second'>{pendingWords(order)}</View>}
  </View>
)

const pendingWords = (order: CounterOrder | null) =>
  order ? '网络恢复后自动上传、核对；有问题会列在「需要核对」里。' : '现在核对不了，网络恢复后核对。请先看客人手机上的取餐页，再交餐。'

const Guest = ({ order }: { order: CounterOrder }) => (
  <View>
    <View className='counter-eater'>{order.eater}</View>
    {order.orderer && <View className='second'>{order.orderer}代订</View>}
  </View>
)

const titles: Record<Hindrance['kind'], string> = { again: '这份餐已经交过了', unpaid: '还没付款', other: '这份餐现在不能交' }

type RefusedProps = { store: CounterStore; outcome: { order: CounterOrder | null; hindrance: Hindrance } }

const Refused = observer(function Refused({ store, outcome: { order, hindrance } }: RefusedProps) {
  const { till } = store
  return (
    <View className='stack'>
      <View className={`counter-refused counter-${hindrance.kind}`}>
        <View className='row title'>
          <Icon name='alert' />
          <View className='grow'>{titles[hindrance.kind]}</View>
        </View>
        <View>{hindrance.words}</View>
        {hindrance.kind === 'again' && <View>可能是家里人来取过了，请和客人一起看一看。</View>}
      </View>
      {order && hindrance.kind !== 'other' && <OrderFacts order={order} />}
      {order && hindrance.kind === 'unpaid' && online.is && (
        <Button busy={till.busy === order.id && '正在记账…'} onClick={() => store.payAndHand(order)}>
          收 {price(order.bill.payableFen)}，交餐
        </Button>
      )}
      <FieldError text={till.failure?.id === order?.id ? till.failure?.words : null} />
    </View>
  )
})
