import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Empty, StateView } from '@/components/state-view'
import { Loadable } from '@/lib/loadable'
import { session } from '@/session/session'
import { Gate } from '../gate'
import { menuUrl } from '../urls'
import { Form } from './form'
import { type Nothing, type OrderParams, openOrder } from './opening'
import { OrderStore } from './order-store'
import { Outcome } from './outcome'
import '../canteen.scss'
import './index.scss'

/** Booking a meal: everything on one page, chosen as far as it can be known. */
export default observer(function CanteenOrder() {
  const { params } = useRouter<OrderParams & Record<string, string>>()
  return (
    <Page service='canteen'>
      <Gate>{session.person && <Opening key={session.person.id} params={params} />}</Gate>
    </Page>
  )
})

const Opening = observer(function Opening({ params }: { params: OrderParams }) {
  const [opening] = useState(() => new Loadable(() => openOrder(params)))
  useDidShow(() => {
    const { value } = opening
    if (!(value instanceof OrderStore)) opening.refresh()
    else if (!value.booking.order) value.look()
  })
  return (
    <StateView state={opening.state} error={opening.error} skeleton={4} onRetry={() => opening.refresh()}>
      {opening.value instanceof OrderStore ? <Booking store={opening.value} /> : opening.value && <Missing nothing={opening.value} />}
    </StateView>
  )
})

const Booking = observer(function Booking({ store }: { store: OrderStore }) {
  useEffect(() => {
    store.open()
    return () => store.close()
  }, [store])
  const { order } = store.booking
  return order && store.days.lines.length > 0 ? <Outcome store={store} order={order} /> : <Form store={store} />
})

const words: Record<Nothing['why'], { title: string; hint: string }> = {
  'no-meal': { title: '这一餐订不了', hint: '菜单换了，或者都已经订过了。请看菜单上还有哪些。' },
  'no-eater': { title: '现在不能替这位家人订', hint: '代订的同意可能已经结束，可以到“家人代订”里重新加。' },
  'no-last': { title: '找不到上次的菜', hint: '可能是第一次在这里订，或者上次的菜这天都没有。' },
  'no-basket': { title: '还没选菜', hint: '先在菜单上选几样。' },
}

const Missing = ({ nothing: { why, canteenId } }: { nothing: Nothing }) => (
  <Empty {...words[why]} action='去看菜单' onAction={() => Taro.redirectTo({ url: menuUrl({ canteenId }) })} />
)
