import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Gate } from '@/session/gate'
import { holds } from '@/session/holds'
import { session } from '@/session/session'
import { monthName } from '../months'
import { FormCard } from './form-card'
import { MonthCard } from './month-card'
import { XuexiStore } from './xuexi-store'
import '../staff.scss'
import './index.scss'

/** A member writes down what they have in 学习强国; the secretary confirms it. */
export default observer(function StudyXuexi() {
  const isMember = holds('party_member')
  useEffect(() => {
    if (!session.person && session.status !== 'guest') session.refreshPerson()
  }, [])
  return (
    <Page service='study'>
      <Gate hint='党员登录后，在这里填学习强国的总分。'>
        {isMember ? (
          <Xuexi key={session.person?.id} />
        ) : (
          <Empty
            title='这里是党员用的'
            hint='您的账号还没有加进党支部。请跟支部书记说一声。'
            action='回首页'
            onAction={() => Taro.switchTab({ url: '/pages/home/index' })}
          />
        )}
      </Gate>
    </Page>
  )
})

const Xuexi = observer(function Xuexi() {
  const [store] = useState(() => new XuexiStore())
  const { mine } = store
  useDidShow(() => {
    mine.refresh()
  })
  usePullDownRefresh(() => {
    mine.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <StateView state={mine.state} error={mine.error} onRetry={() => mine.refresh()}>
      <Stale words={mine.error} onRetry={() => mine.refresh()} />
      <View className='card'>
        <View className='second'>{mine.value?.branchName}</View>
        <View className='title'>学习强国总分</View>
        <View className='second'>打开「学习强国」看到总分，截一张图，填在这里。支部书记对照截图确认。</View>
      </View>
      <FormCard store={store} />
      {mine.value?.items.map((one) => (
        <MonthCard key={one.id} one={one} name={monthName(one.month, Date.now())} />
      ))}
    </StateView>
  )
})
