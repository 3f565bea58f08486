import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Empty } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import { mayReview } from '../may'
import { mailboxUrl } from '../urls'
import { CardList } from './card-list'
import { Hanging } from './hanging'
import { ReviewStore } from './review-store'
import { Waiting } from './waiting'
import '../study.scss'
import './index.scss'

/** Cards of the mailbox before everybody reads them, and those that hang there: for hosts, editors and the admin. */
export default observer(function MailboxReview() {
  return (
    <Page service='study' wide>
      <Gate hint='讲解员和街镇编辑登录后，在这里看寄语。'>
        {mayReview() ? (
          <Review key={session.person?.id} />
        ) : (
          <Empty
            title='这里是讲解员和编辑用的'
            hint='您的账号不审核寄语。'
            action='看大家的寄语'
            onAction={() => Taro.redirectTo({ url: mailboxUrl() })}
          />
        )}
      </Gate>
    </Page>
  )
})

const tabs = { queue: '等着看的', hanging: '挂着的' } as const
type Tab = keyof typeof tabs

const Review = observer(function Review() {
  const [store] = useState(() => new ReviewStore())
  const [tab, setTab] = useState<Tab>('queue')
  const list = store[tab]
  useDidShow(() => {
    list.refresh()
  })
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    list.more()
  })
  const turnTo = (one: Tab) => {
    setTab(one)
    store[one].refresh()
  }
  return (
    <View>
      <View className='review-tabs' {...roleOf('tablist')}>
        {(Object.keys(tabs) as Tab[]).map((one) => (
          <Tap
            key={one}
            className={`choice review-tab ${one === tab ? 'choice-on' : ''}`}
            role='tab'
            checked={one === tab}
            onClick={() => turnTo(one)}
          >
            {tabs[one]}
          </Tap>
        ))}
      </View>
      {store.done && (
        <View className='notice notice-stays' {...roleOf('status')}>
          {store.done}
        </View>
      )}
      {tab === 'queue' && (
        <CardList list={store.queue} empty={{ title: '没有等着看的寄语', hint: '有人写了，会出现在这里。自己写的请别人来看。' }}>
          {(card) => <Waiting store={store} card={card} />}
        </CardList>
      )}
      {tab === 'hanging' && (
        <CardList list={store.hanging} empty={{ title: '墙上还没有寄语', hint: '挂出来的在这里；有不合适的，可以取下来。' }}>
          {(card) => <Hanging store={store} card={card} />}
        </CardList>
      )}
    </View>
  )
})
