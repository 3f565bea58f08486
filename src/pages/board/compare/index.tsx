import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useRouter, useShareAppMessage } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Page } from '@/components/page'
import { Stale, StateView } from '@/components/state-view'
import type { UnitPage } from '../../../../contract/board'
import { NoSuchUnit } from '../not-there'
import { periodText } from '../periods'
import { compareUrl } from '../urls'
import { type Asked, CompareStore } from './compare-store'
import { OtherChoice } from './other-choice'
import { Pair } from './pair'
import '../board.scss'
import './index.scss'

/** Two units side by side: ranks, scores, what they are made of, and both lines in one chart. */
export default observer(function BoardCompare() {
  const { params } = useRouter<Asked & Record<string, string>>()
  const [store] = useState(() => new CompareStore(params))
  const { one } = store
  useDidShow(() => {
    store.refresh()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  useShareAppMessage(() => ({
    title: one.value ? `${one.value.unit.name}和别的比一比：${one.value.board.name}` : '社区榜单',
    path: compareUrl({ town: '', code: '', unit: '', ...params }, store.otherCode),
  }))
  useEffect(() => () => store.close(), [store])
  return (
    <Page service='board'>
      {one.isMissing && !one.value ? (
        <NoSuchUnit />
      ) : (
        <StateView state={one.state} error={one.error} skeleton={3} onRetry={() => store.refresh()}>
          <Stale words={one.error} onRetry={() => store.refresh()} />
          {one.value && <Content store={store} one={one.value} />}
        </StateView>
      )}
    </Page>
  )
})

const Content = observer(function Content({ store, one }: { store: CompareStore; one: UnitPage }) {
  const { other } = store
  return (
    <View>
      <View className='card'>
        <View className='title'>{one.board.name}</View>
        <View className='second'>{periodText(one.edition.period)}</View>
      </View>
      {store.otherCode ? (
        <StateView state={other.state} error={other.error} skeleton={2} onRetry={() => other.refresh()}>
          <Stale words={other.error} onRetry={() => other.refresh()} />
          {other.value && <Pair one={one} other={other.value} onAnother={() => store.chooseAnother()} />}
        </StateView>
      ) : (
        <OtherChoice store={store} one={one} />
      )}
    </View>
  )
})
