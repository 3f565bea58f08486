import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Choices } from '@/components/choices'
import { lastMonths, monthName } from '../months'
import { ImportPart } from '../table-import'
import { ImportStore } from './import-store'

/** All members at once, from a file. */
export const ImportCard = observer(function ImportCard({ code, onDone }: { code: string; onDone: () => void }) {
  const [store] = useState(() => new ImportStore(code))
  const now = Date.now()
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
      <ImportPart store={store.table} onDone={onDone} />
    </View>
  )
})
