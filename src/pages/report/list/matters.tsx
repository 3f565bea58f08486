import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { More } from '@/components/more'
import { Empty, Stale, StateView } from '@/components/state-view'
import { useNow } from '@/lib/use-now'
import { ReportCard } from '../report-card'
import type { ListStore, Tab } from './list-store'

const toChoose = () => Taro.navigateTo({ url: '/pages/report/choose/index' })

const nothing: Record<Tab, { title: string; hint: string; action: string }> = {
  mine: { title: '还没有上报过', hint: '看到楼道堆物、电动车进楼，拍张照片就能报。', action: '报一件' },
  near: { title: '附近没有正在处理的事', hint: '真好。看到了什么，随时可以报。', action: '报一件' },
  followed: { title: '还没有关注的事', hint: '在附近的事里点“关注”或“我也遇到”，进展会出现在这里。', action: '看看附近的' },
}

/** The list of the tab in its four states. */
export const Matters = observer(function Matters({ store }: { store: ListStore }) {
  const now = useNow()
  const { list, tab } = store
  if (store.needsPlace) return null
  const { title, hint, action } = nothing[tab]
  const empty = store.openOnly ? (
    <Empty title='没有没办完的' action='看全部' onAction={() => store.filter(false)} />
  ) : (
    <Empty title={title} hint={hint} action={action} onAction={tab === 'followed' ? () => store.show('near') : toChoose} />
  )
  return (
    <StateView state={list.state} error={list.error} skeleton={4} empty={empty} onRetry={() => list.refresh()}>
      <Stale words={list.staleError} onRetry={() => list.refresh()} />
      {list.blocks.map((block) => (
        <View key={block[0]?.id}>
          {block.map((card) => (
            <ReportCard key={card.id} card={card} now={now} />
          ))}
        </View>
      ))}
      <More list={list} />
    </StateView>
  )
})
