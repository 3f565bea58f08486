import { View } from '@tarojs/components'
import Taro, { useDidHide, useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { FieldError } from '@/components/field'
import { Page } from '@/components/page'
import { StateView } from '@/components/state-view'
import { online } from '@/lib/online'
import { session } from '@/session/session'
import type { Order } from '../../../../contract/canteen'
import { Gate } from '../gate'
import { BillCard } from './bill-card'
import { BookedCard } from './booked-card'
import { CancelCard } from './cancel-card'
import { CodeCard } from './code-card'
import { MealStore } from './meal-store'
import { RatingCard } from './rating-card'
import { StateCard } from './state-card'
import { StepsCard } from './steps-card'
import '../canteen.scss'
import './index.scss'

/** One meal: the code to pick it up with, and everything about it. */
export default observer(function CanteenMeal() {
  const { params } = useRouter()
  return (
    <Page service='canteen'>
      <Gate>{session.person && <Meal key={session.person.id} id={params.id ?? ''} fresh={params.fresh} />}</Gate>
    </Page>
  )
})

const Meal = observer(function Meal({ id, fresh }: { id: string; fresh: string | undefined }) {
  const [store] = useState(() => new MealStore(id))
  useDidShow(() => {
    store.watch()
  })
  useDidHide(() => store.rest())
  useEffect(() => () => store.rest(), [store])
  useEffect(() => online.onBack(() => store.refresh()), [store])
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  const { order } = store
  return (
    <StateView state={order.state} error={order.error} skeleton={2} onRetry={() => store.refresh()}>
      {order.value && <Content store={store} order={order.value} fresh={fresh} />}
    </StateView>
  )
})

const Content = observer(function Content({ store, order, fresh }: { store: MealStore; order: Order; fresh: string | undefined }) {
  const booked = order.state === 'booked'
  return (
    <View>
      {booked && fresh && <BookedCard order={order} earlier={fresh === 'earlier'} />}
      {booked ? <CodeCard store={store} order={order} /> : <StateCard order={order} />}
      {store.failure && (
        <View className='card'>
          <FieldError text={store.failure} />
        </View>
      )}
      {order.mayRate && <RatingCard store={store} order={order} />}
      <BillCard order={order} />
      {booked && <CancelCard store={store} order={order} />}
      <StepsCard order={order} />
    </View>
  )
})
