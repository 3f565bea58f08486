import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field, FieldError, Words } from '@/components/field'
import { Tap } from '@/components/tap'
import type { DraftRow } from '../../../../contract/board'
import type { SubmitStore } from './submit-store'

const mostFaults = 10

type Props = { store: SubmitStore; onEntry: (row: DraftRow) => void; onSubmitted: () => void }

/** The last step of the editor: hand it in, with the reason of a correction. */
export const SubmitCard = observer(function SubmitCard({ store, onEntry, onSubmitted }: Props) {
  const [asking, setAsking] = useState(false)
  const { draft } = store.draft
  if (!draft) return null
  const submit = async () => {
    if (await store.submit()) onSubmitted()
  }
  return (
    <View className='card stack'>
      <View className='title'>交审核</View>
      <View className='second'>交上去以后成绩不能再改，由另一位审核公布。</View>
      {store.unexplained.map((row) => (
        <View key={row.unitCode} className='row row-between'>
          <View className='grow desk-lacking'>{row.name}上了黑榜，还没写原因</View>
          <Tap className='text-link' label={`给${row.name}写原因`} onClick={() => onEntry(row)}>
            去写
          </Tap>
        </View>
      ))}
      {store.isCorrection && (
        <Field name='为什么更正，大家会看到'>
          <Words
            value={store.reason}
            label='为什么更正'
            placeholder='比如：爱博四村 10 月的抽查分录错了'
            most={200}
            onChange={(reason) => store.explain(reason)}
          />
        </Field>
      )}
      <FieldError text={store.failure} />
      {store.faults.slice(0, mostFaults).map((fault) => (
        <View key={fault} className='second'>
          {fault}
        </View>
      ))}
      {asking ? (
        <View className='staff-buttons'>
          <Button plain onClick={() => setAsking(false)}>
            再看看
          </Button>
          <Button busy={store.busy && '正在交…'} onClick={submit}>
            确认交审核
          </Button>
        </View>
      ) : (
        <Button disabled={draft.units === 0} onClick={() => setAsking(true)}>
          {draft.units === 0 ? '还没有成绩' : `交审核（${draft.units} 个单位）`}
        </Button>
      )}
    </View>
  )
})
