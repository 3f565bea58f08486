import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import type { TableImport } from './table-import-store'

/** The button that chooses a table, and below it what came of it. */
export const ImportPart = observer(function ImportPart({ store, onDone }: { store: TableImport; onDone?: () => void }) {
  const take = async () => {
    if (await store.take()) onDone?.()
  }
  return (
    <View className='stack'>
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
