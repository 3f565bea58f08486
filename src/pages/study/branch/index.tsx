import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useReachBottom } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { roleOf } from '@/components/role'
import { Empty, StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import { StaffPage } from '../staff-page'
import { BranchStore } from './branch-store'
import { ImportCard } from './import-card'
import { MonthPane } from './month-pane'
import { WaitingPane } from './waiting-pane'
import './index.scss'

/** A branch: who took part month by month, and the 学习强国 totals that wait for the secretary. */
export default observer(function StudyBranch() {
  return <StaffPage at='branch'>{() => <Branches />}</StaffPage>
})

const Branches = observer(function Branches() {
  const [store] = useState(() => new BranchStore())
  const { branches, current } = store
  useDidShow(() => {
    store.refresh()
  })
  useReachBottom(() => {
    store.more()
  })
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <StateView state={branches.state} error={branches.error} onRetry={() => store.refresh()}>
      {!current && <Empty title='还没有支部' hint='请街镇管理员先登记支部和书记。' />}
      {(branches.value?.length ?? 0) > 1 && (
        <Choices
          name='支部'
          choices={branches.value?.map(({ code, name }) => ({ value: code, text: name })) ?? []}
          chosen={current?.code ?? null}
          onChoose={(code) => store.choose(code)}
        />
      )}
      {current && (
        <View>
          {branches.value?.length === 1 && <View className='title branch-name'>{current.name}</View>}
          {current.mine && <Panes store={store} />}
          {store.pane === 'months' || !current.mine ? (
            <MonthPane store={store} />
          ) : (
            <View className='branch-xuexi'>
              <WaitingPane key={current.code} store={store} />
              <ImportCard key={`import ${current.code}`} code={current.code} onDone={() => store.refresh()} />
            </View>
          )}
        </View>
      )}
    </StateView>
  )
})

const panes = [
  { value: 'months', text: '参加情况' },
  { value: 'xuexi', text: '学习强国' },
] as const

const Panes = observer(function Panes({ store }: { store: BranchStore }) {
  return (
    <View className='staff-places' {...roleOf('tablist')}>
      {panes.map(({ value, text }) => (
        <Tap
          key={value}
          className={`choice staff-place ${store.pane === value ? 'choice-on' : ''}`}
          role='tab'
          checked={store.pane === value}
          onClick={() => store.show(value)}
        >
          {text}
        </Tap>
      ))}
    </View>
  )
})
