import { View } from '@tarojs/components'
import { observer } from 'mobx-react-lite'
import { useEffect, useState } from 'react'
import { Button } from '@/components/button'
import { Field, FieldError, Words } from '@/components/field'
import { Icon } from '@/components/icon'
import { roleOf } from '@/components/role'
import { Stale, StateView } from '@/components/state-view'
import { DaysCard } from './days-card'
import { EditStore } from './edit-store'
import { PlacesCard } from './places-card'

/** Places, hours, the days unlike the others and a word to the neighbours. */
export const DropOffForm = observer(function DropOffForm({ code }: { code: string }) {
  const [store] = useState(() => new EditStore(code))
  const { saved, draft } = store
  useEffect(() => {
    saved.refresh()
  }, [saved])
  return (
    <StateView state={saved.state} error={saved.error} onRetry={() => saved.refresh()}>
      <View className='with-foot'>
        <Stale words={saved.error} onRetry={() => saved.refresh()} />
        <Standing store={store} />
        <View className='drop-cards'>
          <PlacesCard store={store} />
          <View>
            <DaysCard store={store} />
            <View className='card'>
              <Field name='要提醒邻居的话，可以不写'>
                <Words
                  value={draft.note}
                  label='要提醒邻居的话'
                  placeholder='比如：下雨天南门的点在门厅里'
                  most={200}
                  onChange={(note) => store.change({ note })}
                />
              </Field>
            </View>
          </View>
        </View>
        <Foot store={store} />
      </View>
    </StateView>
  )
})

const Standing = observer(function Standing({ store: { saved } }: { store: EditStore }) {
  const dropOff = saved.value?.dropOff
  return (
    <View className='card'>
      <View className='title'>{dropOff ? `${dropOff.compoundName}的投放点` : '这个小区还没有写过投放点'}</View>
      <View className='second'>保存后，住在这里的人马上看得到。</View>
    </View>
  )
})

const Foot = observer(function Foot({ store }: { store: EditStore }) {
  const { failure, faults, isDone, isChanged, busy } = store
  return (
    <View className='foot'>
      <FieldError text={failure ?? (faults.size > 0 ? '有几处要改一改，见上面红字。' : null)} />
      {isDone && (
        <View className='staff-done' {...roleOf('status')}>
          <Icon name='check' />
          保存好了，大家马上看得到。
        </View>
      )}
      <View className='staff-buttons'>
        {isChanged && (
          <Button plain onClick={() => store.discard()}>
            不改了
          </Button>
        )}
        <Button busy={busy === 'save' && '正在保存…'} onClick={() => store.save()}>
          保存
        </Button>
      </View>
    </View>
  )
})
