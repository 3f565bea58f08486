import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { FieldError } from '@/components/field'
import { More } from '@/components/more'
import { Page } from '@/components/page'
import { Empty, Stale, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { useNow } from '@/lib/use-now'
import { Gate } from '@/session/gate'
import { session } from '@/session/session'
import { InboxStore } from './inbox-store'
import { MessageCard } from './message-card'
import './index.scss'

/** Messages, the newest first. */
export default observer(function Inbox() {
  const [store] = useState(() => new InboxStore())
  const { list } = store
  const now = useNow()
  useDidShow(() => {
    store.look()
  })
  // signing in may end, or the phone change hands, while the page is open
  useEffect(
    () =>
      reaction(
        () => session.status === 'signed-in' && session.person?.id,
        () => store.startOver(),
      ),
    [store],
  )
  usePullDownRefresh(() => {
    store.look().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    list.more()
  })
  return (
    <Page>
      <Gate hint='登录后，您上报的事走到哪一步，都会在这里告诉您。'>
        <StateView state={list.state} error={list.error} onRetry={() => store.look()} empty={<NoMessages />}>
          <Stale words={list.staleError} onRetry={() => store.look()} />
          <ReadAll store={store} />
          {list.blocks.map((block) => (
            <View key={block[0]?.id}>
              {block.map((message) => (
                <MessageCard
                  key={message.id}
                  message={message}
                  unread={store.isUnread(message)}
                  now={now}
                  onOpen={() => store.open(message)}
                />
              ))}
            </View>
          ))}
          <More list={list} />
        </StateView>
      </Gate>
    </Page>
  )
})

const NoMessages = () => (
  <Empty
    title='还没有消息'
    hint='您上报或关注的事有了进展，会在这里告诉您。'
    action='去随手报'
    onAction={() => Taro.navigateTo({ url: '/pages/report/choose/index' })}
  />
)

const ReadAll = observer(function ReadAll({ store }: { store: InboxStore }) {
  if (session.unreadCount === 0) return <View className='second inbox-head'>都看过了</View>
  return (
    <View className='inbox-head'>
      <View className='row row-between'>
        <View>{session.unreadCount} 条没看</View>
        <Tap className='text-link' onClick={() => store.readAll()}>
          {store.readingAll ? '正在标记…' : '全部已读'}
        </Tap>
      </View>
      <FieldError text={store.error} />
    </View>
  )
})
