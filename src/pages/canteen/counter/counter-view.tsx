import { View } from '@tarojs/components'
import Taro, { usePullDownRefresh } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { watchKeys } from '@/lib/platform'
import { useShown } from '@/lib/use-shown'
import type { Hours } from '../staff-meal'
import { ConflictsCard } from './conflicts-card'
import { CounterStore } from './counter-store'
import { EntryCard } from './entry-card'
import { HeadCard } from './head-card'
import { OutcomeCard } from './outcome-card'
import { RollCard } from './roll-card'

const everyMs = 15_000

/** One thing at a time on a phone: the keys, or what came of them. A wide window has room for both, and for the list beside them. */
export const CounterView = observer(function CounterView({ canteenId, hours }: { canteenId: string; hours: Hours }) {
  const [store] = useState(() => new CounterStore(canteenId, hours))
  const shown = useShown(() => store.refresh(), everyMs)
  useEffect(() => store.listen(), [store])
  useEffect(() => (shown ? watchKeys('.counter-field', (key) => press(store, key)) : undefined), [store, shown])
  usePullDownRefresh(() => {
    store.refresh().finally(() => Taro.stopPullDownRefresh())
  })
  return (
    <View className={`counter ${store.outcome ? 'counter-told' : ''}`}>
      <View className='counter-desk'>
        <HeadCard store={store} hours={hours} />
        <ConflictsCard store={store} />
        <EntryCard store={store} />
      </View>
      <View className='counter-side'>
        <OutcomeCard store={store} />
        <RollCard store={store} />
      </View>
    </View>
  )
})

/** A key of a keyboard, or of a scanner that types; says whether it was meant for the counter. */
function press(store: CounterStore, key: string): boolean {
  if (key === 'Enter' && store.typed) store.enter()
  else if (key === 'Backspace' && store.typed) store.erase()
  else if (/^[\w.-]$/.test(key)) store.type(key)
  else return false
  return true
}
