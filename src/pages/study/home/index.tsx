import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { session } from '@/session/session'
import { KeptCards } from '../kept-cards'
import { ScanFoot } from '../scan-foot'
import { Entries } from './entries'
import { HomeStore } from './home-store'
import { RoutesCard } from './routes-card'
import { SitesNear } from './sites-near'
import { StreakCard } from './streak-card'
import '../study.scss'
import './index.scss'

/** Studying at a glance: my streak, the sites near me, the routes, and the one step to the next check-in. */
export default observer(function StudyHome() {
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
  return (
    <Page service='study'>
      <View className='with-foot'>
        <KeptCards />
        <StreakCard store={store} />
        <SitesNear sites={store.sites} />
        <RoutesCard store={store} />
        <Entries />
        <ScanFoot />
      </View>
    </Page>
  )
})
