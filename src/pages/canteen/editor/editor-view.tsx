import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { Stale, StateView } from '@/components/state-view'
import { useShown } from '@/lib/use-shown'
import type { Hours } from '../staff-meal'
import { CloseCard } from './close-card'
import { DishStore } from './dish-store'
import { DishesPane } from './dishes-pane'
import { DraftStore } from './draft-store'
import { PlanCard } from './plan-card'
import { PlanStore } from './plan-store'
import { WeekBar } from './week-bar'
import { WeekCard } from './week-card'
import { WeekStore } from './week-store'

const panes = [
  { value: 'menu', text: '每天的菜单' },
  { value: 'dishes', text: '所有菜品' },
] as const
type Pane = (typeof panes)[number]['value']

export const EditorView = observer(function EditorView({ canteenId, hours }: { canteenId: string; hours: Hours }) {
  const [plan] = useState(() => new PlanStore(canteenId, hours))
  const [draft] = useState(() => new DraftStore(plan))
  const [dishes] = useState(() => new DishStore(plan))
  const [pane, setPane] = useState<Pane>('menu')
  useShown(() => plan.refresh())
  usePullDownRefresh(() => {
    plan.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View>
      <Choices name='排什么' choices={panes} chosen={pane} onChoose={setPane} />
      {pane === 'menu' ? <MenuPane draft={draft} hours={hours} /> : <DishesPane store={dishes} />}
    </View>
  )
})

const MenuPane = observer(function MenuPane({ draft, hours }: { draft: DraftStore; hours: Hours }) {
  const { at: plan } = draft
  const [week] = useState(() => new WeekStore(plan))
  const { plans, dishes } = plan
  const error = plans.error ?? dishes.error
  const state = plans.value && dishes.value ? 'content' : error && !plans.loading && !dishes.loading ? 'error' : 'loading'
  return (
    <View className='editor editor-menu'>
      <View className='editor-week'>
        <WeekBar store={draft} hours={hours} />
      </View>
      <View className='editor-meal'>
        <StateView state={state} error={error} onRetry={() => plan.refresh()}>
          <Stale words={error} onRetry={() => plan.refresh()} />
          <PlanCard key={`${plan.date} ${plan.sitting}`} store={draft} />
          <CloseCard key={`close ${plan.date} ${plan.sitting}`} store={week} plan={plan} />
        </StateView>
      </View>
      <View className='editor-all'>
        <WeekCard store={week} draft={draft} />
      </View>
    </View>
  )
})
