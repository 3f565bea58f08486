import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { needSession } from '@/session/need-session'
import { session } from '@/session/session'
import { mayReview } from '../may'
import { mailboxReviewUrl } from '../urls'
import { MailboxStore } from './mailbox-store'
import { MineList } from './mine-list'
import { WallList } from './wall-list'
import { WriteCard } from './write-card'
import '../study.scss'
import './index.scss'

const tabs = { wall: '大家的寄语', mine: '我写的' } as const
type Tab = keyof typeof tabs

/** 红色邮筒: the wall of cards, mine, and writing one. */
export default observer(function Mailbox() {
  const { params } = useRouter()
  const [store] = useState(() => new MailboxStore(params.site))
  const [tab, setTab] = useState<Tab>(params.tab === 'mine' ? 'mine' : 'wall')
  const [writing, setWriting] = useState(false)
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
  const write = () => {
    if (!needSession()) return
    store.write({})
    setWriting(true)
    Taro.pageScrollTo({ scrollTop: 0, duration: 100 })
  }
  const turnTo = (one: Tab) => {
    setTab(one)
    store.refresh()
  }
  return (
    <Page service='study'>
      <View className='with-foot'>
        <View className='card mailbox-head'>
          <View className='title'>写一句寄语，投进红色邮筒</View>
          <View className='second'>写给将来的自己，也写给这座城。</View>
          {mayReview() && (
            <Tap className='text-link' role='link' onClick={() => Taro.navigateTo({ url: mailboxReviewUrl })}>
              审核寄语 ›
            </Tap>
          )}
        </View>
        {writing && <WriteCard store={store} onDone={() => setTab('mine')} onClose={() => setWriting(false)} />}
        <View className='mailbox-tabs' {...roleOf('tablist')}>
          {(Object.keys(tabs) as Tab[]).map((one) => (
            <Tap
              key={one}
              className={`choice mailbox-tab ${one === tab ? 'choice-on' : ''}`}
              role='tab'
              checked={one === tab}
              onClick={() => turnTo(one)}
            >
              {tabs[one]}
            </Tap>
          ))}
        </View>
        {tab === 'wall' ? <WallList store={store} /> : <MineList store={store} />}
        {!writing && (
          <View className='foot'>
            <Button onClick={write}>写一张寄语</Button>
          </View>
        )}
      </View>
    </Page>
  )
})
