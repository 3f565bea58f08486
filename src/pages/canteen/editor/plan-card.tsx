import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { mealName } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import { DishAdder } from './dish-adder'
import type { DraftStore } from './draft-store'
import { PlanLine } from './plan-line'

/** The dishes of one meal, how many of each, and for how much. */
export const PlanCard = observer(function PlanCard({ store }: { store: DraftStore }) {
  const { items } = store
  const { plan, isFixed, meal } = store.at
  const words = mealName(meal, useNow())
  return (
    <View className='with-foot editor-plan'>
      <View className='card'>
        <View className='row row-between row-wrap'>
          <View className='title'>{words}</View>
          <Standing store={store} />
        </View>
        <View className='second'>
          {items.length > 0 ? `${items.length} 道菜` : '还没有排菜'}
          {plan && plan.orders > 0 && ` · ${plan.orders} 份订餐`}
          {plan?.closed && ` · 原因：${plan.closed}`}
        </View>
        <View className='editor-lines'>
          {items.map((item) => (
            <PlanLine key={item.dishId} store={store} item={item} />
          ))}
        </View>
        {!isFixed && <DishAdder store={store} />}
        {!store.isChanged && <FieldError text={store.failure} />}
        {store.isSaved && (
          <View className='staff-done editor-saved' {...roleOf('status')}>
            <Icon name='check' />
            已保存{plan?.published ? '，客人看到的就是这样' : '为草稿，公布后客人才看得到'}
          </View>
        )}
      </View>
      {store.isChanged && <SaveFoot store={store} words={words} />}
    </View>
  )
})

const Standing = observer(function Standing({ store: { at, isChanged } }: { store: DraftStore }) {
  const { plan, isFixed } = at
  if (plan?.closed) return <Chip icon='stop' tone='bad' text='已停供' />
  if (isChanged) return <Chip icon='alert' tone='warn' text='没保存' />
  if (isFixed) return <Chip icon='clock' tone='quiet' text='已过' />
  if (!plan || plan.items.length === 0) return <Chip icon='alert' tone='quiet' text='没排' />
  return plan.published ? <Chip icon='check' tone='good' text='已公布' /> : <Chip icon='clock' tone='warn' text='草稿' />
})

type ChipProps = { icon: 'stop' | 'alert' | 'clock' | 'check'; tone: 'bad' | 'warn' | 'good' | 'quiet'; text: string }

const Chip = ({ icon, tone, text }: ChipProps) => (
  <View className={`chip chip-${tone}`}>
    <Icon name={icon} />
    {text}
  </View>
)

const SaveFoot = observer(function SaveFoot({ store, words }: { store: DraftStore; words: string }) {
  const faults = store.faults.size
  return (
    <View className='foot'>
      <FieldError text={faults > 0 ? `有 ${faults} 道菜要改一改，见上面红字。` : store.failure} />
      <View className='staff-buttons'>
        <Button plain onClick={() => store.discard()}>
          不改了
        </Button>
        <Button busy={store.saving && '正在保存…'} onClick={() => store.save()}>
          保存{words}
        </Button>
      </View>
    </View>
  )
})
