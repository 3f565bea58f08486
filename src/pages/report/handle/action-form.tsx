import { View } from '@tarojs/components'
import { useDidHide } from '@tarojs/taro'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field, FieldError, Words } from '@/components/field'
import { Empty, StateView } from '@/components/state-view'
import type { Action } from '../../../../contract/report'
import { actionHints, actionWords, reasonsFor } from '../labels'
import { PhotoPicker } from '../photo-picker'
import { toFirst } from '../to-first'
import { mayCarryPhotos, noteNames } from './asks'
import { back } from './back'
import { HandleStore } from './handle-store'
import { MatterLine } from './matter-line'
import { MergeField } from './merge-field'
import { UnitsField } from './units-field'
import { UntilField } from './until-field'

/** What one action needs, and the button that does it. */
export const ActionForm = observer(function ActionForm({ id, action }: { id: string; action: Action }) {
  const [store] = useState(() => new HandleStore(id, action))
  useEffect(() => {
    store.load()
    return () => store.close()
  }, [store])
  useDidHide(() => store.save())
  const { report } = store.matter
  return (
    <StateView state={report.state} error={report.error} onRetry={() => store.load()}>
      <View className='with-foot'>
        {report.value && <MatterLine report={report.value} />}
        {store.isPast && !store.sending ? (
          <Empty
            title={`现在不能${actionWords[action]}了`}
            hint='别人可能刚办过，回去看看最新情况。'
            action='回去看看'
            onAction={() => back(id)}
          />
        ) : (
          <Fields store={store} />
        )}
      </View>
    </StateView>
  )
})

const Fields = observer(function Fields({ store }: { store: HandleStore }) {
  const { action, errors } = store
  const send = async () => {
    if (await store.send()) back(store.matter.id)
    else toFirst(store.errors)
  }
  return (
    <>
      <View className='card'>
        <View className='title'>{actionWords[action]}</View>
        {actionHints[action] && <View className='second'>{actionHints[action]}</View>}
        {store.asks.includes('assignee') && <UnitsField store={store} />}
        {store.asks.includes('into') && <MergeField store={store} />}
        {mayCarryPhotos(action) && (
          <Field id='field-photo' name={store.needsPhoto ? '处置后的照片' : '照片（可不拍）'} error={errors.photo}>
            <PhotoPicker
              tray={store.tray}
              without={store.needsPhoto ? '不同意就拍不了照；这一步要有处置后的照片。' : '不同意也可以办：用文字说明。'}
            />
          </Field>
        )}
        {store.asks.includes('until') && <UntilField store={store} />}
        <NoteField store={store} />
      </View>
      <View className='foot'>
        <FieldError text={store.failure} />
        <Button busy={store.sending && '正在提交…'} onClick={send}>
          {actionWords[action]}
        </Button>
      </View>
    </>
  )
})

const NoteField = observer(function NoteField({ store }: { store: HandleStore }) {
  const { action, errors, note } = store
  const reasons = reasonsFor(action, store.report?.state)
  const name = noteNames[action] ?? '原因'
  return (
    <Field id='field-note' name={name} error={errors.note}>
      {reasons.length > 0 && (
        <Chips
          choices={reasons.map((reason) => ({ value: reason, text: reason }))}
          chosen={reasons.filter((reason) => note.includes(reason))}
          onChoose={(reason) => store.say(reason)}
        />
      )}
      <View className='field'>
        <Words value={note} label={name} placeholder='写一句，让人看得明白' most={2000} onChange={(text) => store.write(text)} />
      </View>
    </Field>
  )
})
