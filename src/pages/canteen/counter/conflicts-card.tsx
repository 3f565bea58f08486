import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Tap } from '@/components/tap'
import { mealName } from '@/lib/meal'
import { clockTime } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { CounterStore } from './counter-store'
import type { Handover } from './handover'
import { handovers } from './handover-queue'

/** What was handed over without a network and the server will not have: somebody has to look into each, when the queue allows. */
export const ConflictsCard = observer(function ConflictsCard({ store }: { store: CounterStore }) {
  const conflicts = handovers.conflicts(store.canteenId)
  const [open, setOpen] = useState(false)
  if (conflicts.length === 0) return null
  return (
    <View className='card counter-conflicts' {...roleOf('alert')}>
      <Tap className='row title counter-conflicts-head' onClick={() => setOpen(!open)}>
        <Icon name='alert' />
        <View className='grow'>需要核对 {conflicts.length} 份</View>
        <View className='second'>{open ? '收起' : '看一看'}</View>
      </Tap>
      {open && conflicts.map((one) => <Conflict key={one.id} store={store} one={one} />)}
    </View>
  )
})

function Conflict({ store, one }: { store: CounterStore; one: Handover }) {
  const name = nameOf(one, useNow())
  return (
    <View className='counter-conflict'>
      <View>{name}</View>
      <View className='second'>
        {clockTime(one.readAt)} 交出。{one.conflict}
      </View>
      <View className='row row-wrap counter-conflict-taps'>
        {one.isLate && one.number && (
          <Tap className='choice' label={`${name}，再交一次`} onClick={() => retake(store, one)}>
            再交一次
          </Tap>
        )}
        <Tap className='choice' label={`${name}，已核对`} onClick={() => handovers.tick(one.id)}>
          ✓ 已核对
        </Tap>
      </View>
    </View>
  )
}

/** Puts the number into the field again, in its meal. */
function retake(store: CounterStore, { meal, number }: Handover): void {
  if (meal) store.chooseMeal(meal)
  store.write(number ?? '')
}

const nameOf = ({ number, eater, meal }: Handover, now: number): string => {
  if (!number) return '扫的取餐码'
  return [meal && mealName(meal, now), `取餐号 ${number}`, eater].filter(Boolean).join(' · ')
}
