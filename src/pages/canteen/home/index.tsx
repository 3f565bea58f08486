import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Empty, StateView } from '@/components/state-view'
import { session } from '@/session/session'
import { canteens } from '../canteens-store'
import { BookButtons } from './book-buttons'
import { CanteenCard } from './canteen-card'
import { Entries } from './entries'
import { HomeStore } from './home-store'
import { NextMealCard } from './next-meal-card'
import { ProgressCard } from './progress-card'
import { TodayCard } from './today-card'
import '../canteen.scss'
import './index.scss'

/** The canteen at a glance: my next meal, what is left today, and the one step to the next booking. */
export default observer(function CanteenHome() {
  const [store] = useState(() => new HomeStore())
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useEffect(
    () =>
      reaction(
        () => session.person?.id,
        () => {
          store.clear()
          store.refresh()
        },
      ),
    [store],
  )
  const { list, current } = canteens
  return (
    <Page service='canteen'>
      <StateView state={list.state} error={list.error} onRetry={() => store.refresh()}>
        {current ? (
          <View>
            <CanteenCard store={store} canteen={current} />
            <NextMealCard store={store} />
            <BookButtons store={store} canteen={current} />
            <TodayCard store={store} />
            <ProgressCard store={store} />
            <Entries canteen={current} />
          </View>
        ) : (
          <Empty title='还没有食堂' hint='开了食堂，会出现在这里。' />
        )}
      </StateView>
    </Page>
  )
})
