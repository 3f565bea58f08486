import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useState } from 'react'
import { Button } from '@/components/button'
import { Field, FieldError, Words } from '@/components/field'
import { Tap } from '@/components/tap'
import type { DraftRow } from '../../../../contract/board'
import type { SubmitStore } from './submit-store'

/** A foot is not a page: the first of them will do. */
const mostShown = 3

type Props = { store: SubmitStore; onEntry: (row: DraftRow) => void; onSubmitted: () => void }

/** The last step of the editor: hand it in, with the reason of a correction. */
export const SubmitFoot = observer(function SubmitFoot({ store, onEntry, onSubmitted }: Props) {
  const [asking, setAsking] = useState(false)
  const { draft } = store.draft
  if (!draft) return null
  const submit = async () => {
    if (await store.submit()) onSubmitted()
  }
  if (!asking) {
    return (
      <View className='foot'>
        <Button disabled={draft.units === 0} onClick={() => setAsking(true)}>
          {draft.units === 0 ? '还没有成绩' : `交审核（${draft.units} 个单位）`}
        </Button>
      </View>
    )
  }
  return (
    <View className='foot stack'>
      <View>交上去以后成绩不能再改，由另一位审核公布。</View>
      <Unexplained store={store} onEntry={onEntry} />
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
      {store.faults.slice(0, mostShown).map((fault) => (
        <View key={fault} className='second'>
          {fault}
        </View>
      ))}
      <View className='staff-buttons'>
        <Button plain onClick={() => setAsking(false)}>
          再看看
        </Button>
        <Button busy={store.busy && '正在交…'} onClick={submit}>
          确认交审核
        </Button>
      </View>
    </View>
  )
})

/** Who is on the black list without a word why, each a tap from writing it. */
const Unexplained = observer(function Unexplained({ store, onEntry }: Pick<Props, 'store' | 'onEntry'>) {
  return (
    <View>
      {store.unexplained.slice(0, mostShown).map((row) => (
        <View key={row.unitCode} className='row row-between'>
          <View className='grow desk-lacking'>{row.name}上了黑榜，还没写原因</View>
          <Tap className='text-link' label={`给${row.name}写原因`} onClick={() => onEntry(row)}>
            去写
          </Tap>
        </View>
      ))}
    </View>
  )
})
