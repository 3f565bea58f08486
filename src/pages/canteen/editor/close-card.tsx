import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, Words } from '@/components/field'
import { mealName } from '@/lib/meal'
import { useNow } from '@/lib/use-now'
import { isSameMeal } from '../staff-meal'
import type { PlanStore } from './plan-store'
import { Outcome } from './week-card'
import type { WeekStore } from './week-store'

const reasons = ['停水停电', '设备坏了', '食材没有到', '人手不够'].map((value) => ({ value, text: value }))

/** Calling a published meal off, with what it means for who has ordered. */
export const CloseCard = observer(function CloseCard({ store, plan }: { store: WeekStore; plan: PlanStore }) {
  const [open, setOpen] = useState(false)
  const words = mealName(plan.meal, useNow())
  const begin = () => {
    store.explain('')
    setOpen(true)
  }
  const may = plan.plan?.published && !plan.isFixed
  if (!may) return store.closed && isSameMeal(store.closed, plan.meal) ? <Done store={store} /> : null
  if (!open) {
    return (
      <Button plain className='editor-close' onClick={begin}>
        {words}不供应了
      </Button>
    )
  }
  return (
    <View className='card stack editor-closing'>
      <View className='title'>停供{words}</View>
      <View>{consequence(plan.plan?.orders ?? 0)}</View>
      <Field name='原因，客人会看到'>
        <Chips choices={reasons} chosen={store.reason} onChoose={(reason) => store.explain(reason)} />
        <View className='field'>
          <Words value={store.reason} label='原因' placeholder='写一句原因' most={100} onChange={(text) => store.explain(text)} />
        </View>
      </Field>
      <Outcome store={store} work='close' />
      <View className='staff-buttons'>
        <Button plain onClick={() => setOpen(false)}>
          照常供应
        </Button>
        <Button busy={store.busy === 'close' && '正在停供…'} onClick={() => store.close(plan.meal)}>
          确认停供
        </Button>
      </View>
    </View>
  )
})

const Done = ({ store }: { store: WeekStore }) => (
  <View className='card'>
    <Outcome store={store} work='close' />
  </View>
)

const consequence = (orders: number) =>
  orders > 0 ? `${orders} 份订餐会全部取消，客人会收到通知，付过的钱会退。停供后不能恢复。` : '还没有人订这一餐。停供后不能恢复。'
