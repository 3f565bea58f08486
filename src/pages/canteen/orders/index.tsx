import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { More } from '@/components/more'
import { Page } from '@/components/page'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Paged } from '@/lib/paged'
import { call } from '@/lib/request'
import { useNow } from '@/lib/use-now'
import { session } from '@/session/session'
import type { Order } from '../../../../contract/canteen'
import { Gate } from '../gate'
import { toHome } from '../to-home'
import { OrderCard } from './order-card'
import '../canteen.scss'
import './index.scss'

/** Every meal I booked or that was booked for me, the newest day first. */
export default observer(function CanteenOrders() {
  return (
    <Page service='canteen'>
      <Gate>{session.person && <Orders key={session.person.id} />}</Gate>
    </Page>
  )
})

const Orders = observer(function Orders() {
  const [list] = useState(() => new Paged<Order>((cursor) => call('GET /orders', { query: { cursor } })))
  const now = useNow()
  useDidShow(() => {
    list.refresh()
  })
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    list.more()
  })
  const empty = <Empty title='还没有订过餐' hint='订好以后，每一餐都会列在这里。' action='去订餐' onAction={toHome} />
  return (
    <StateView state={list.state} error={list.error} skeleton={4} empty={empty} onRetry={() => list.refresh()}>
      <Stale words={list.staleError} onRetry={() => list.refresh()} />
      {list.blocks.map((block) => (
        <View key={block[0]?.id}>
          {block.map((order) => (
            <OrderCard key={order.id} order={order} now={now} />
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})
