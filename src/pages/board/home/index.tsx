import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useShareAppMessage } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { session } from '@/session/session'
import { homeUrl } from '../urls'
import { BoardsList } from './boards-list'
import { Entries } from './entries'
import { HomeStore } from './home-store'
import { MyPlaces } from './my-places'
import '../board.scss'
import './index.scss'

/** The boards at a glance: where mine stand on all of them, and the way to each. */
export default observer(function BoardHome() {
  const [store] = useState(() => new HomeStore())
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({ title: '社区榜单：看看我们排第几', path: homeUrl }))
  useEffect(
    () =>
      reaction(
        () => session.person?.id,
        () => store.startOver(),
      ),
    [store],
  )
  return (
    <Page service='board'>
      <View>
        <MyPlaces store={store} />
        <Entries store={store} />
        <BoardsList store={store} />
      </View>
    </Page>
  )
})
