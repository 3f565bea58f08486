import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom, useRouter } from '@tarojs/taro'
import { reaction } from 'mobx'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Chips } from '@/components/chips'
import { Page } from '@/components/page'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { session } from '@/session/session'
import { Gate } from '../gate'
import { outbox } from '../outbox-store'
import { ListStore, tabs } from './list-store'
import { Matters } from './matters'
import { NearHead } from './near-head'
import './index.scss'

/** Mine, those nearby, and those I follow. */
export default observer(function List() {
  const { params } = useRouter()
  const [store] = useState(() => new ListStore(params.tab))
  useDidShow(() => {
    store.refresh()
    outbox.flush()
  })
  // what the queue delivers meanwhile belongs in the list
  useEffect(
    () =>
      reaction(
        () => outbox.sent.size,
        () => store.refresh(),
      ),
    [store],
  )
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useReachBottom(() => {
    store.list.more()
  })
  return (
    <Page service='report'>
      <Gate>
        <View className='tabs' {...roleOf('tablist')}>
          {tabs.map(({ value, text }) => (
            <Tap
              key={value}
              className={`tab ${store.tab === value ? 'tab-on' : ''}`}
              role='tab'
              checked={store.tab === value}
              onClick={() => store.show(value)}
            >
              {text}
            </Tap>
          ))}
        </View>
        {store.tab === 'near' && session.status === 'signed-in' && <NearHead store={store} />}
        <View className='list-filter'>
          <Chips
            choices={[
              { value: 'all', text: '全部' },
              { value: 'open', text: '没办完的' },
            ]}
            chosen={store.openOnly ? 'open' : 'all'}
            onChoose={(value) => store.filter(value === 'open')}
          />
        </View>
        <Matters store={store} />
      </Gate>
    </Page>
  )
})
