import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { Button } from '@/components/button'
import { Confirm } from '@/components/confirm'
import { FieldError } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import type { DraftStore } from './draft-store'
import type { WeekStore, WeekWork } from './week-store'

type Props = { store: WeekStore; draft: DraftStore }

/** What is done with the whole week: copy the last one, read a file, publish. */
export const WeekCard = observer(function WeekCard({ store, draft }: Props) {
  const unsaved = draft.unsaved.length
  const first = unsaved > 0 ? `有 ${unsaved} 餐改了还没保存，公布的是保存过的内容。` : ''
  return (
    <View className='card stack'>
      <View className='title'>这一周</View>
      <Button plain busy={store.busy === 'copy' && '正在抄…'} onClick={() => store.copyLastWeek()}>
        抄上一周的菜单
      </Button>
      <Outcome store={store} work='copy' />
      <Button plain busy={store.busy === 'import' && '正在导入…'} onClick={() => store.importFile()}>
        导入表格（CSV、Excel）
      </Button>
      <Outcome store={store} work='import' />
      {store.faults.length > 0 && <Faults faults={store.faults} />}
      {store.drafts > 0 && (
        <Confirm
          title={`公布这一周的 ${store.drafts} 餐草稿`}
          words={`${first}公布后客人马上可以订，共 ${store.drafts} 餐。`}
          yes='公布'
          busy={store.busy === 'publish' && '正在公布…'}
          onYes={() => store.publish()}
        />
      )}
      <Outcome store={store} work='publish' />
      <View className='hint'>
        第一行写列名：日期、餐次、菜品编号、份数、价格(分)，价格可不写。也认 date、meal、dish_code、quota、price_fen。
      </View>
    </View>
  )
})

/** How a piece of work went, beside its button. */
export const Outcome = observer(function Outcome({ store, work }: { store: WeekStore; work: WeekWork }) {
  if (store.failure?.work === work) return <FieldError text={store.failure.words} />
  if (store.done?.work !== work) return null
  return (
    <View className='staff-done' {...roleOf('status')}>
      <Icon name='check' />
      <View className='grow'>{store.done.words}</View>
    </View>
  )
})

const Faults = ({ faults }: { faults: readonly string[] }) => (
  <View className='editor-faults'>
    {faults.map((fault) => (
      <View key={fault} className='second'>
        {fault}
      </View>
    ))}
  </View>
)
