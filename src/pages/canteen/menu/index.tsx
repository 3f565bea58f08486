import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { Stale, StateView } from '@/components/state-view'
import { dayOf } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { isOpen } from '../meal-words'
import { menusOf } from '../menus-store'
import { BasketFoot } from './basket-foot'
import { DayTabs } from './day-tabs'
import { Dishes } from './dishes'
import { MenuStore } from './menu-store'
import { OrderingLine } from './ordering-line'
import { TastesCard } from './tastes-card'
import '../canteen.scss'
import './index.scss'

/** The week's menus, one meal at a time, and choosing from it. */
export default observer(function CanteenMenu() {
  const { params } = useRouter()
  const now = useNow()
  const [store] = useState(() => new MenuStore(menusOf(params.canteen ?? ''), dayOf(Date.now()), params))
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  const { week } = store.menus
  const orders = store.menu !== null && isOpen(store.menu, now)
  return (
    <Page service='canteen'>
      <StateView state={week.state} error={week.error} skeleton={5} onRetry={() => store.refresh()}>
        <View className='with-foot'>
          <Stale words={week.error} onRetry={() => store.refresh()} />
          <DayTabs store={store} now={now} />
          {store.menu && <OrderingLine store={store} menu={store.menu} now={now} />}
          {store.menu && <TastesCard store={store} />}
          <Dishes store={store} orders={orders} now={now} />
          {orders && <BasketFoot store={store} />}
        </View>
      </StateView>
    </Page>
  )
})
