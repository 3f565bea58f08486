import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { saidTime } from '@/lib/time'
import { session } from '@/session/session'
import { TimeWheel } from '../time-wheel'
import { noonIn } from '../when'
import type { HandleStore } from './handle-store'

const other = 'other'
const days = [
  { value: '1', text: '明天' },
  { value: '3', text: '3 天后' },
  { value: '7', text: '7 天后' },
  { value: '30', text: '30 天后' },
]

/** Until when it is put aside. */
export const UntilField = observer(function UntilField({ store }: { store: HandleStore }) {
  const [chosen, setChosen] = useState<string | null>(null)
  const choose = (value: string) => {
    setChosen(value)
    store.wait(noonIn(Date.now(), value === other ? 1 : Number(value)))
  }
  const choices = session.elder ? days : [...days, { value: other, text: '选日子' }]
  return (
    <Field id='field-until' name='挂到哪天' error={store.errors.until}>
      <Chips choices={choices} chosen={chosen} onChoose={choose} />
      {chosen === other && store.until && <TimeWheel moment={store.until} first={0} last={89} onChange={(moment) => store.wait(moment)} />}
      {store.until && <View className='second'>到 {saidTime(store.until)} 恢复计时</View>}
    </Field>
  )
})
