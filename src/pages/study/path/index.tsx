import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { dayOf } from '@/lib/time'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import { BadgesCard } from './badges-card'
import { BoardCard } from './board-card'
import { CheckIns } from './check-ins'
import { HeadCard } from './head-card'
import { MonthCard } from './month-card'
import { PathStore, tabs } from './path-store'
import { PlacesCard } from './places-card'
import { Points } from './points'
import '../study.scss'
import './index.scss'

/** 我的足迹: the days, badges and places; each check-in and how it stands; each point and where it came from. */
export default observer(function StudyPath() {
  const { params } = useRouter()
  return (
    <Page service='study'>
      <Gate hint='登录后能看到打卡的日历、徽章和积分。'>{session.person && <Path key={session.person.id} tab={params.tab} />}</Gate>
    </Page>
  )
})

const Path = observer(function Path({ tab }: { tab: string | undefined }) {
  const [store] = useState(() => new PathStore(tab, dayOf(Date.now()).slice(0, 7)))
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => store.more())
  return (
    <View>
      <View className='path-tabs' {...roleOf('tablist')}>
        {tabs.map(({ value, text }) => (
          <Tap
            key={value}
            className={`path-tab ${store.tab === value ? 'path-tab-on' : ''}`}
            role='tab'
            checked={store.tab === value}
            onClick={() => store.show(value)}
          >
            {text}
          </Tap>
        ))}
      </View>
      {store.tab === 'path' && <Overview store={store} />}
      {store.tab === 'check-ins' && <CheckIns list={store.checkIns} />}
      {store.tab === 'points' && <Points store={store} />}
    </View>
  )
})

const Overview = observer(function Overview({ store }: { store: PathStore }) {
  const { path } = store
  return (
    <StateView state={path.state} error={path.error} skeleton={4} onRetry={() => path.refresh()}>
      <Stale words={path.error} onRetry={() => path.refresh()} />
      {path.value && (
        <>
          <HeadCard path={path.value} onPending={() => store.show('check-ins')} />
          <MonthCard store={store} />
          <BadgesCard badges={path.value.badges} />
          <PlacesCard places={path.value.sites} />
          <BoardCard />
        </>
      )}
    </StateView>
  )
})
