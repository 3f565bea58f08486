import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { StateView } from '@/components/state-view'
import { Tap } from '@/components/tap'
import type { Unit } from '../../../../contract/place'
import type { HandleStore } from './handle-store'

const kinds = [
  { value: 'property', text: '物业' },
  { value: 'department', text: '部门、居委' },
  { value: 'grid', text: '网格' },
] as const

/** Who takes the lead, and who helps; those that serve the compound stand first. */
export const UnitsField = observer(function UnitsField({ store }: { store: HandleStore }) {
  const [kind, setKind] = useState<Unit['kind']>('property')
  const { units } = store
  const shown = units.value?.filter((unit) => unit.kind === kind) ?? []
  return (
    <Field id='field-assignee' name='交给谁主办（点一下选中）' error={store.errors.assignee}>
      <Chips choices={kinds} chosen={kind} onChoose={setKind} />
      <StateView state={units.state} error={units.error} skeleton={1} onRetry={() => units.refresh()}>
        {shown.map((unit) => (
          <UnitLine key={unit.code} store={store} unit={unit} />
        ))}
        {shown.length === 0 && <View className='second'>没有可选的。</View>}
      </StateView>
    </Field>
  )
})

const UnitLine = observer(function UnitLine({ store, unit }: { store: HandleStore; unit: Unit }) {
  const leads = store.assignee === unit.code
  const helps = store.helpers.includes(unit.code)
  return (
    <View className='line-item unit'>
      <Tap className='grow unit-name' role='radio' checked={leads} onClick={() => store.lead(unit.code)}>
        <View className={`unit-dot ${leads ? 'unit-dot-on' : ''}`} aria-hidden />
        <View className='grow'>
          <View>{unit.name}</View>
          {leads && <View className='hint'>主办</View>}
        </View>
      </Tap>
      <Tap
        className={`choice choice-grey ${helps ? 'choice-on' : ''}`}
        role='checkbox'
        checked={helps}
        label={`${unit.name}协办`}
        onClick={() => store.help(unit.code)}
      >
        {helps ? '✓ 协办' : '协办'}
      </Tap>
    </View>
  )
})
