import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { session } from '@/session/session'
import { ElderHome } from './elder-home'
import { HeaderCard } from './header-card'
import { HomeStore } from './home-store'
import { Matters } from './matters'
import { Tiles } from './tiles'
import './index.scss'

/** Home: what this person needs next, the services, my matters and those of my area. */
export default observer(function Home() {
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
        () => `${session.status} ${session.person?.id}`,
        () => {
          store.clear()
          store.refresh()
        },
      ),
    [store],
  )
  return (
    <Page>
      {session.elder ? (
        <ElderHome store={store} />
      ) : (
        <View>
          <HeaderCard store={store} />
          <Tiles store={store} />
          <Matters store={store} />
        </View>
      )}
    </Page>
  )
})
