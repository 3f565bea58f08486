import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Choices } from '@/components/choices'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { lastMonths, monthName } from '../months'
import { ImportStore } from './import-store'

/** All members at once, from a file. */
export const ImportCard = observer(function ImportCard({ code, onDone }: { code: string; onDone: () => void }) {
  const [store] = useState(() => new ImportStore(code))
  const now = Date.now()
  const take = async () => {
    if (await store.take()) onDone()
  }
  return (
    <View className='card stack branch-import'>
      <View className='title'>用表格一次记上</View>
      <View className='second'>CSV 或 Excel，第一行写「成员」「总分」两列，成员写昵称。导入的算您确认过。</View>
      <Choices
        name='哪个月的总分'
        choices={lastMonths(now, 2).map((value) => ({ value, text: monthName(value, now) }))}
        chosen={store.month}
        onChoose={(month) => store.choose(month)}
      />
      <Button plain busy={store.busy && '正在导入…'} onClick={take}>
        选表格导入
      </Button>
      {store.done && (
        <View className='staff-done' {...roleOf('status')}>
          <Icon name='check' />
          {store.done}
        </View>
      )}
      <FieldError text={store.failure} />
      {store.faults.map((fault) => (
        <View key={fault} className='second'>
          {fault}
        </View>
      ))}
    </View>
  )
})
