import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { freshMealUrl } from '../urls'
import { BillCard } from './bill-card'
import { ConfirmFoot } from './confirm-foot'
import { DaysCard } from './days-card'
import { DishesCard } from './dishes-card'
import { EaterCard } from './eater-card'
import { HeadCard } from './head-card'
import type { OrderStore } from './order-store'
import { WayCard } from './way-card'
import { WindowCard } from './window-card'

/** The booking, in the order in which people ask: what, for whom, when, how, how much. */
export const Form = observer(function Form({ store }: { store: OrderStore }) {
  const confirm = async () => {
    await store.confirm()
    const [first] = Object.keys(store.errors)
    if (first) Taro.pageScrollTo({ selector: `#field-${first}`, offsetTop: -16 })
    const { order, earlier } = store.booking
    if (order && store.days.lines.length === 0) Taro.redirectTo({ url: freshMealUrl(order.id, earlier) })
  }
  return (
    <View className='with-foot'>
      <HeadCard store={store} />
      <EaterCard store={store} />
      <DishesCard store={store} />
      <WindowCard store={store} />
      <WayCard store={store} />
      <BillCard store={store} />
      <DaysCard store={store} />
      <ConfirmFoot store={store} onConfirm={confirm} />
    </View>
  )
})
