import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { StaffPage } from '../staff-page'
import { DoubtCard } from './doubt-card'
import { DoubtStore } from './doubt-store'
import './index.scss'

/** 待核实: check-ins that do not fit, each with its reasons; counted or not with a word to the person. */
export default observer(function StudyDoubtful() {
  return <StaffPage at='doubtful'>{() => <Doubts />}</StaffPage>
})

const Doubts = observer(function Doubts() {
  const [store] = useState(() => new DoubtStore())
  const { list } = store
  useDidShow(() => {
    list.refresh()
  })
  useReachBottom(() => {
    list.more()
  })
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  const empty = <Empty title='没有要核实的打卡' hint='位置、时间有疑问的打卡会列在这里，由您来定。' />
  return (
    <StateView state={list.state} error={list.error} empty={empty} onRetry={() => list.refresh()}>
      <Stale words={list.staleError} onRetry={() => list.refresh()} />
      {list.blocks.map((block) => (
        <View key={block[0]?.id} className='doubts'>
          {block.map((checkIn) => (
            <DoubtCard key={checkIn.id} store={store} checkIn={checkIn} />
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})
