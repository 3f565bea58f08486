import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { useShown } from '@/lib/use-shown'
import { DeskPage } from '../desk-page'
import { AppealCard } from './appeal-card'
import { AppealsStore } from './appeals-store'
import './index.scss'

const shelves = [
  { value: 'open', text: '等答复的' },
  { value: 'all', text: '全部' },
] as const

/** What keepers say is wrong with their figures; the answer stands beside the row. */
export default observer(function BoardAppeals() {
  return <DeskPage at='appeals'>{() => <Appeals />}</DeskPage>
})

const Appeals = observer(function Appeals() {
  const [store] = useState(() => new AppealsStore())
  const { list } = store
  useShown(() => list.refresh())
  useReachBottom(() => {
    list.more()
  })
  usePullDownRefresh(() => {
    list.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  const empty = (
    <Empty
      title={store.open ? '没有等答复的申诉' : '还没有人申诉'}
      hint='物业、部门、书记觉得自己单位的成绩不对，会在榜上申诉，列在这里。'
    />
  )
  return (
    <View>
      <Choices name='看哪些' choices={shelves} chosen={store.open ? 'open' : 'all'} onChoose={(shelf) => store.show(shelf === 'open')} />
      <StateView state={list.state} error={list.error} empty={empty} onRetry={() => list.refresh()}>
        <Stale words={list.staleError} onRetry={() => list.refresh()} />
        {list.blocks.map((block) => (
          <View key={block[0]?.id} className='appeals'>
            {block.map((appeal) => (
              <AppealCard key={appeal.id} store={store} appeal={store.answered.get(appeal.id) ?? appeal} />
            ))}
          </View>
        ))}
        <More list={list} />
      </StateView>
    </View>
  )
})
